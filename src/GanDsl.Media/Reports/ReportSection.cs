using System.Text.Json;
using System.Xml;

namespace GanDsl;

/// <summary>A part of a report, which is written whether or not what it shows can be read.</summary>
internal static class ReportSection
{
    /// <summary>A section of the page. What goes wrong while its content is made is said in a sentence in its place.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="file">The name of the file or folder that it shows, for the sentence.</param>
    /// <param name="content">Makes the content; null where there is nothing to say, and no section.</param>
    /// <param name="kind">A class of its own in the style sheet.</param>
    public static string Html(string title, string file, Func<string?> content, string kind = "")
    {
        var inside = Attempt(file, content);
        return inside is null
            ? ""
            : $"<section{(kind.Length == 0 ? "" : $" class=\"{kind}\" id=\"{kind}\"")}>\n<h2>{HtmlText.Of(title)}</h2>\n{inside}</section>\n";
    }

    /// <summary>A sentence that stands where something is missing.</summary>
    public static string Missing(string sentence) => $"<p class=\"missing\">{HtmlText.Of(sentence)}</p>\n";

    private static string? Attempt(string file, Func<string?> content)
    {
        try
        {
            return content();
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return Missing($"There is no {file} in the folder of the run.");
        }
        catch (JsonException)
        {
            return Missing($"{file} is damaged: it is no JSON object.");
        }
        catch (XmlException)
        {
            return Missing($"{file} is damaged: it is no SVG drawing.");
        }
        catch (InvalidDataException failure)
        {
            return Missing($"{file} is damaged: it {failure.Message}.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Missing($"{file} cannot be read: {failure.Message.TrimEnd('.')}.");
        }
    }
}
