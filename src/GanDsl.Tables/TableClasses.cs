using System.Globalization;

namespace GanDsl;

/// <summary>The classes of rows: whole numbers where all of them are, otherwise different texts in ordinal order.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="column">The column, for messages.</param>
internal sealed class TableClasses(string path, string column)
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
    /// <exception cref="GanException">A number is negative.</exception>
    public (int[] Labels, string[]? Names) Number()
    {
        int?[] numbers =
        [
            .. found.Select(each =>
                int.TryParse(each.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : (int?)null
            ),
        ];
        if (numbers.All(number => number is not null))
        {
            var negative = Array.FindIndex(numbers, number => number < 0);
            return negative < 0
                ? ([.. rows.Select(place => numbers[place]!.Value)], null)
                : throw new GanException(
                    $"'{path}', {found[negative].Where}, column '{column}': the class is {numbers[negative]}, but numbers of classes count from 0; "
                        + "number them anew, or give them names."
                );
        }

        string[] names = [.. found.Select(each => each.Text).Order(StringComparer.Ordinal)];
        int[] classOf = [.. found.Select(each => Array.BinarySearch(names, each.Text, StringComparer.Ordinal))];
        return ([.. rows.Select(place => classOf[place])], names);
    }
}
