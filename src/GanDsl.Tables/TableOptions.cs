namespace GanDsl;

/// <summary>How a table becomes examples.</summary>
public sealed record TableOptions
{
    /// <summary>
    /// The column with the class of each row; null for none, the default. Where all of its values are whole numbers, these are the classes, counted
    /// from 0; otherwise each different text is a class, in ordinal order, and <see cref="Table.ClassNames"/> has their names.
    /// </summary>
    public string? LabelColumn { get; init; }

    /// <summary>Whether each column is brought to mean 0 and standard deviation 1. Default: false.</summary>
    public bool Standardize { get; init; }

    /// <summary>The interval in which the values lie, which is checked; of what is standardised any. Default: any finite value.</summary>
    public ValueRange Range { get; init; } = ValueRange.Unbounded;

    /// <summary>What separates the cells of a CSV file, such as <c>';'</c> or a tab. Default: a comma.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>What the rows are rows of, if that is known; null where this table says it.</summary>
    internal TableSchema? Schema { get; init; }
}
