using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GanDsl.CommandLine;

/// <summary>Makes options whose refusals are sentences.</summary>
internal static class OptionFactory
{
    /// <summary>A text.</summary>
    public static Option<string?> Text(string name, string? value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    /// <summary>One of the names of an enumeration, in lower case; <see cref="Value"/> gives the member.</summary>
    public static Option<string> Choice<T>(string name, T value, string description)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(each => each.ToLowerInvariant())];
        return OneOf(name, description, names, value.ToString().ToLowerInvariant());
    }

    /// <summary>Whether an option was typed, rather than left at its default.</summary>
    public static bool IsTyped(this ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { Implicit: false };

    /// <summary>What was typed for a choice of an enumeration.</summary>
    public static T Value<T>(this ParseResult parsed, Option<string> option)
        where T : struct, Enum => Enum.Parse<T>(parsed.GetValue(option)!, ignoreCase: true);

    /// <summary>One of several words, of which the first is the default.</summary>
    public static Option<string> Words(string name, string description, IReadOnlyList<string> words) =>
        OneOf(name, description, words, words[0]);

    /// <summary>A whole number.</summary>
    public static Option<int> Count(string name, int value, string description, int least, int most) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => value,
            HelpName = "number",
            CustomParser = result => Whole(result, name, least, most),
        };

    /// <summary>A whole number that may be missing.</summary>
    public static Option<int?> OptionalCount(string name, int? value, string description, int least, int most) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => value,
            HelpName = "number",
            CustomParser = result => Whole(result, name, least, most),
        };

    /// <summary>A number above zero.</summary>
    public static Option<double> Positive(string name, double value, string description) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => value,
            HelpName = "number",
            CustomParser = result => AboveZero(result, name),
        };

    /// <summary>A number above zero that may be missing.</summary>
    public static Option<double?> OptionalPositive(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "number",
            CustomParser = result => AboveZero(result, name),
        };

    private static double AboveZero(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            result.AddError($"{name} is '{text}', but it has to be a number, such as 0.0002 or 2e-4.");
        }
        else if (!(number > 0) || !double.IsFinite(number))
        {
            result.AddError($"{name} is {text}, but it has to be above 0 and finite.");
        }

        return number;
    }

    private static Option<string> OneOf(string name, string description, IReadOnlyList<string> words, string value)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            DefaultValueFactory = _ => value,
            HelpName = string.Join("|", words),
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!words.Contains(text))
                {
                    var choices = string.Join(" or ", words.Select(word => $"'{word}'"));
                    result.AddError($"{name} is '{text}', but it has to be {choices}.");
                }

                return text;
            },
        };
        option.CompletionSources.Add([.. words]);
        return option;
    }

    private static int Whole(ArgumentResult result, string name, int least, int most)
    {
        var text = result.Tokens[0].Value;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            result.AddError($"{name} is '{text}', but it has to be a whole number.");
        }
        else if (number < least)
        {
            result.AddError($"{name} is {text}, but it has to be at least {least}.");
        }
        else if (number > most)
        {
            result.AddError($"{name} is {text}, but it has to be at most {most}.");
        }
        else
        {
            return (int)number;
        }

        return least;
    }
}
