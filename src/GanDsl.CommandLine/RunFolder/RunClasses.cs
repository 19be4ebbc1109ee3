using System.Text.Json;

namespace GanDsl.CommandLine;

/// <summary>The names of the classes that a run learns: its commands take them, and other classes are noticed.</summary>
internal static class RunClasses
{
    private const string Need = "the names of classes, which are an array of texts; repair it, or remove it";

    /// <summary>The names of the classes 0, 1, 2 …; null where the run knows none.</summary>
    /// <param name="run">The folder of the run.</param>
    /// <exception cref="GanException">The file of them is damaged.</exception>
    public static IReadOnlyList<string>? Read(string run)
    {
        var path = Path.Combine(run, RunFiles.Classes);
        return File.Exists(path) ? RunJson.Read(path, Need, NamesOf) : null;
    }

    /// <summary>Refuses data whose classes have other names: the same labels would mean something else.</summary>
    /// <param name="run">The folder of the run.</param>
    /// <param name="data">The data; those whose classes have no names are taken at their word.</param>
    /// <param name="gan">The GAN that learns them.</param>
    /// <exception cref="GanException">The run has begun with classes of other names.</exception>
    public static void RequireSame(string run, Dataset? data, IGan gan)
    {
        if (Learned(data, gan) is { } names && Read(run) is { } known && !known.SequenceEqual(names))
        {
            var first = Enumerable
                .Range(0, known.Count + 1)
                .First(label => known.ElementAtOrDefault(label) != names.ElementAtOrDefault(label));
            throw new GanException(
                $"The run in '{run}' has begun with other classes, which '{Path.Combine(run, RunFiles.Classes)}' keeps: class {first} was "
                    + $"{NameOf(known, first)}, and of {data!.Description} it is {NameOf(names, first)}; give data of the same classes."
            );
        }
    }

    /// <summary>Removes the names of an earlier run.</summary>
    public static void Clear(OutputFolder folder)
    {
        if (File.Exists(folder[RunFiles.Classes]))
        {
            File.Delete(folder[RunFiles.Classes]);
        }
    }

    /// <summary>Keeps the names in the folder of a run, where there are any.</summary>
    public static void Save(OutputFolder folder, Dataset? data, IGan gan)
    {
        if (Learned(data, gan) is not { } names)
        {
            return;
        }

        RunJson.Write(
            folder[RunFiles.Classes],
            json =>
            {
                json.WriteStartArray();
                foreach (var name in names)
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
            }
        );
    }

    /// <summary>The names of the classes that a GAN learns of its data, which may have names of others.</summary>
    public static IReadOnlyList<string>? Learned(Dataset? data, IGan gan) =>
        gan.ClassCount is { } classes && data?.ClassNames is { } names ? [.. names.Take(classes)] : null;

    /// <summary>Names for a message, which need not be all.</summary>
    public static string ListOf(IReadOnlyList<string> names) => MessageText.Of(string.Join(", ", names));

    private static string NameOf(IReadOnlyList<string> names, int label) =>
        label < names.Count ? $"'{MessageText.Of(names[label])}'" : "none";

    private static List<string>? NamesOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array
        && json.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String)
            ? [.. json.EnumerateArray().Select(name => name.GetString()!)]
            : null;
}
