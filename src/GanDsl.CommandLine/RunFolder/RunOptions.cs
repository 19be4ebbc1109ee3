using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;

namespace GanDsl.CommandLine;

/// <summary>The options of a run, kept in its folder so that it can go on with them: names and values as they are typed.</summary>
internal static class RunOptions
{
    private const string Need =
        "the options of a run, which are an object of texts; repair it, or remove it where only weights are needed";

    /// <summary>The names of options and their values, typed or by default; null for those without.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Values(ParseResult parsed, IEnumerable<Option> options) =>
        options.Select(option => KeyValuePair.Create(NameOf(option), TextOf(parsed, option)));

    /// <summary>Writes the names of options and their values.</summary>
    public static void Write(string path, IEnumerable<KeyValuePair<string, string?>> values) =>
        RunJson.Write(
            path,
            json =>
            {
                json.WriteStartObject();
                foreach (var (name, value) in values)
                {
                    json.WriteString(name, value);
                }

                json.WriteEndObject();
            }
        );

    /// <summary>The arguments that give the same values, but for options that are typed now.</summary>
    /// <param name="path">What <see cref="Write"/> wrote.</param>
    /// <param name="parsed">What is typed now.</param>
    /// <param name="options">What can be typed.</param>
    /// <param name="length">Those of them that say how long training is: where one is typed, it replaces all of them.</param>
    /// <exception cref="GanException">The file cannot be read, or has an option that there is not.</exception>
    public static IReadOnlyList<string> Arguments(
        string path,
        ParseResult parsed,
        IReadOnlyList<Option> options,
        IReadOnlyList<Option> length
    )
    {
        var arguments = new List<string>();
        var hasLength = length.Any(option => parsed.IsTyped(option));
        foreach (var (name, value) in Read(path))
        {
            var option =
                options.FirstOrDefault(option => NameOf(option) == name)
                ?? throw new GanException(
                    $"'{path}' has the option '{MessageText.Of(name)}', which this program does not have; go on with the program that began the run."
                );
            if (!parsed.IsTyped(option) && !(hasLength && length.Contains(option)))
            {
                arguments.AddRange(Argument(option, value));
            }
        }

        arguments.AddRange(Typed(parsed, options));
        return arguments;
    }

    /// <summary>The program's own options as the run had them, but for those that are typed now.</summary>
    /// <param name="folder">The folder of the run; one without options is no obstacle, as weights can come from elsewhere.</param>
    /// <param name="parsed">What is typed now.</param>
    /// <param name="own">The program's own options.</param>
    /// <exception cref="GanException">The file of options cannot be read, or a value of it is none for this program.</exception>
    public static ParseResult OfProgram(string folder, ParseResult parsed, IReadOnlyList<Option> own)
    {
        var ofRun = NotTyped(folder, parsed, own).SelectMany(each => Argument(each.Option, each.Value)).ToList();
        if (ofRun.Count == 0)
        {
            return parsed;
        }

        var command = new Command("own");
        foreach (var option in own)
        {
            command.Options.Add(option);
        }

        var again = command.Parse([.. ofRun, .. Typed(parsed, own)]);
        return again.Errors is [var first, ..]
            ? throw new GanException(
                $"'{Path.Combine(folder, RunFiles.Options)}' does not fit this program: {MessageText.Of(first.Message.TrimEnd('.'))}; type that option."
            )
            : again;
    }

    /// <summary>
    /// Does work with the program's own options as the run had them. Where one of them, a path from the folder in which that was typed, leads
    /// nowhere, the refusal says where it is from.
    /// </summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="parsed">What is typed now.</param>
    /// <param name="own">The program's own options.</param>
    /// <param name="work">Answers the exit code.</param>
    public static int OfRun(string folder, ParseResult parsed, IReadOnlyList<Option> own, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (GanException refusal) when (RelativeOptionIn(refusal.Message, folder, parsed, own) is { } name)
        {
            throw new GanException(
                $"{refusal.Message} The run has it from its {name}, as it was typed, perhaps in another folder than '{Directory.GetCurrentDirectory()}'; "
                    + $"type {name} anew.",
                refusal
            );
        }
    }

    private static string? RelativeOptionIn(
        string message,
        string folder,
        ParseResult parsed,
        IReadOnlyList<Option> own
    )
    {
        var relative =
            from each in NotTyped(folder, parsed, own)
            // Of choices, the help names the words.
            where each.Option.HelpName is null && each.Value.Length > 0
            where !Path.IsPathFullyQualified(each.Value) && !Path.Exists(each.Value)
            where message.Contains($"'{each.Value}'", StringComparison.Ordinal)
            select each.Option.Name;
        return relative.FirstOrDefault();
    }

    /// <summary>The program's own options of a run that are not typed now; none where it keeps no options.</summary>
    private static IEnumerable<(Option Option, string Value)> NotTyped(
        string folder,
        ParseResult parsed,
        IReadOnlyList<Option> own
    )
    {
        var path = Path.Combine(folder, RunFiles.Options);
        return own.Count == 0 || !File.Exists(path)
            ? []
            : from entry in Read(path)
            from option in own
            where NameOf(option) == entry.Name && !parsed.IsTyped(option)
            select (option, entry.Value);
    }

    private static IEnumerable<string> Typed(ParseResult parsed, IEnumerable<Option> options) =>
        options.Where(option => parsed.IsTyped(option)).SelectMany(option => Argument(option, TextOf(parsed, option)));

    /// <summary>In one word, so that a value is a value whatever it begins with; an empty one needs a word of its own.</summary>
    private static string[] Argument(Option option, string? value) =>
        string.IsNullOrEmpty(value) ? [option.Name, ""] : [$"{option.Name}={value}"];

    /// <summary>The names and values in a file that <see cref="Write"/> wrote.</summary>
    /// <exception cref="GanException">The file cannot be read.</exception>
    public static IReadOnlyList<(string Name, string Value)> Read(string path) =>
        Path.Exists(path)
            ? RunJson.Read(path, Need, EntriesOf)
            : throw new GanException(
                $"There is no run to go on with: '{path}' is missing; name the folder that 'train --out' was given."
            );

    private static List<(string Name, string Value)>? EntriesOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var options = json.EnumerateObject().Where(option => option.Value.ValueKind != JsonValueKind.Null).ToList();
        return options.All(option => option.Value.ValueKind == JsonValueKind.String)
            ? [.. options.Select(option => (option.Name, option.Value.GetString()!))]
            : null;
    }

    private static string? TextOf(ParseResult parsed, Option option) =>
        parsed.GetResult(option)?.GetValueOrDefault<object?>() is { } value
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;

    private static string NameOf(Option option) => option.Name.TrimStart('-');
}
