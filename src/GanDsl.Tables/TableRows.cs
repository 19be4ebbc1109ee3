namespace GanDsl;

/// <summary>Rows of numbers in blocks, so that there may be more of them than an array holds.</summary>
internal sealed class TableRows(float[][] blocks, int rowsOfBlock, int columns)
{
    /// <summary>The values of a row.</summary>
    public ReadOnlySpan<float> this[int row] => blocks[row / rowsOfBlock].AsSpan(row % rowsOfBlock * columns, columns);
}
