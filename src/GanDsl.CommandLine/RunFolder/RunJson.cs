using System.Text.Encodings.Web;
using System.Text.Json;

namespace GanDsl.CommandLine;

/// <summary>Small files of JSON in the folder of a run, which somebody may read and edit.</summary>
internal static class RunJson
{
    private const long MostBytes = 1 << 20;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        // It is a file, not a part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a file, or leaves the one that is there.</summary>
    public static void Write(string path, Action<Utf8JsonWriter> write) =>
        FileReplacement.Write(
            path,
            stream =>
            {
                using var json = new Utf8JsonWriter(stream, Readable);
                write(json);
            }
        );

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="need">What it has to hold and what to do otherwise, for the message.</param>
    /// <param name="read">Answers what it holds; null where that is something else.</param>
    /// <exception cref="GanException">The file cannot be read, or holds something else.</exception>
    public static T Read<T>(string path, string need, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > MostBytes)
            {
                throw new GanException($"'{path}' has {stream.Length} bytes, too many: it has to hold {need}.");
            }

            using var json = JsonDocument.Parse(
                stream,
                new JsonDocumentOptions { MaxDepth = 2, AllowDuplicateProperties = false }
            );
            return read(json.RootElement) ?? throw SomethingElse(null);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The latter for text that is no Unicode.
            throw SomethingElse(failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"Cannot read '{path}': {failure.Message.TrimEnd('.')}; see to it that it can be read.",
                failure
            );
        }

        GanException SomethingElse(Exception? failure) => new($"'{path}' does not hold {need}.", failure!);
    }
}
