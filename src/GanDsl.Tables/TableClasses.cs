using System.Globalization;

namespace GanDsl;

/// <summary>
/// The classes of rows: those of a schema; where there is none, whole numbers where all of them are, otherwise different texts in ordinal order.
/// </summary>
/// <param name="path">The file, for messages.</param>
/// <param name="column">The column, for messages.</param>
/// <param name="schema">What the rows are rows of; null where they say it.</param>
internal sealed class TableClasses(string path, string column, TableSchema? schema)
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<(string Text, string Where)> found = [];
    private readonly List<int> rows = [];

    /// <summary>Adds the class of the next row.</summary>
    /// <param name="text">What stands in its cell.</param>
    /// <param name="where">Where it stands in the file, for messages: "line 7".</param>
    /// <exception cref="GanException">There is nothing.</exception>
    public void Add(ReadOnlySpan<char> text, Func<string> where)
    {
        if (text.IsEmpty)
        {
            throw new GanException(
                $"'{path}', {where()}, column '{column}': there is no class; fill the cell in or remove the row."
            );
        }

        var lookup = places.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var place))
        {
            place = found.Count;
            lookup[text] = place;
            found.Add((text.ToString(), where()));
        }

        rows.Add(place);
    }

    /// <summary>The class of each row, and the names of the classes unless they are numbers.</summary>
    /// <exception cref="GanException">A number is negative, or a class is none of the schema's.</exception>
    public (int[] Labels, IReadOnlyList<string>? Names) Number()
    {
        if (schema?.ClassNames is { } given)
        {
            return (Labels(ClassesOf(given)), given);
        }

        int?[] numbers =
        [
            .. found.Select(each =>
                int.TryParse(each.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : (int?)null
            ),
        ];
        var text = Array.IndexOf(numbers, null);
        if (text < 0)
        {
            var negative = Array.FindIndex(numbers, number => number < 0);
            return negative < 0
                ? (Labels([.. numbers.Select(number => number!.Value)]), null)
                : throw Refusal(
                    negative,
                    $"the class is {numbers[negative]}, but numbers of classes count from 0; number them anew, or give them names"
                );
        }

        if (schema is not null)
        {
            throw Refusal(
                text,
                $"the class is '{CellText.Short(found[text].Text)}', but those of the schema are numbers; open a table of the same kind"
            );
        }

        string[] names = [.. found.Select(each => each.Text).Order(StringComparer.Ordinal)];
        return (Labels(ClassesOf(names)), names);
    }

    /// <summary>The class of each text that was found.</summary>
    private int[] ClassesOf(IReadOnlyList<string> names)
    {
        var classOf = names.Select((name, number) => (name, number)).ToDictionary(StringComparer.Ordinal);
        var unknown = found.FindIndex(each => !classOf.ContainsKey(each.Text));
        return unknown < 0
            ? [.. found.Select(each => classOf[each.Text])]
            : throw Refusal(
                unknown,
                $"the class '{CellText.Short(found[unknown].Text)}' is none of the schema's, which are {CellText.Listed(names)}; mend the cell or remove the row"
            );
    }

    private int[] Labels(int[] classOf) => [.. rows.Select(place => classOf[place])];

    private GanException Refusal(int place, string reason) =>
        new($"'{path}', {found[place].Where}, column '{column}': {reason}.");
}
