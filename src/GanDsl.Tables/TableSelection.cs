namespace GanDsl;

/// <summary>Which columns of a table are wanted.</summary>
internal sealed class TableSelection
{
    /// <summary>Checks what is asked for.</summary>
    /// <exception cref="ArgumentException">No column is named, or one twice.</exception>
    public TableSelection(IReadOnlyList<string> columns, TableOptions options)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0)
        {
            throw new ArgumentException(
                "No column was named; name those that make an example, such as [\"x\", \"y\"].",
                nameof(columns)
            );
        }

        string[] all = options.LabelColumn is { } label ? [.. columns, label] : [.. columns];
        if (TableSchema.Twice(all) is { } twice)
        {
            throw new ArgumentException(
                $"The column '{twice}' was named twice; name each column once, and that of the classes as TableOptions.LabelColumn alone.",
                nameof(columns)
            );
        }

        (Columns, LabelColumn, Separator) = ([.. columns], options.LabelColumn, options.Separator);
    }

    /// <summary>The columns of an example.</summary>
    public string[] Columns { get; }

    /// <summary>The column of classes.</summary>
    public string? LabelColumn { get; }

    /// <summary>What separates cells.</summary>
    public char Separator { get; }

    /// <summary>Where the columns stand in a file, that of the classes last; by the names that the file has.</summary>
    /// <exception cref="GanException">One is not there, or more than once.</exception>
    public int[] Find(string path, IReadOnlyList<string> found)
    {
        var wanted = LabelColumn is null ? Columns : [.. Columns, LabelColumn];
        return [.. wanted.Select(name => Find(path, found, name))];
    }

    private static int Find(string path, IReadOnlyList<string> found, string name)
    {
        int[] places = [.. Enumerable.Range(0, found.Count).Where(place => found[place] == name)];
        return places.Length switch
        {
            1 => places[0],
            0 => throw new GanException(
                $"There is no column '{name}' in '{path}', but {CellText.Listed(found)}; name one of them, or say what separates the cells."
            ),
            var count => throw new GanException(
                $"There are {count} columns '{name}' in '{path}', so none is meant for certain; give each a name of its own."
            ),
        };
    }
}
