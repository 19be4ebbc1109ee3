namespace GanDsl;

/// <summary>The data are vectors <c>[N, dimensions]</c>, such as points or rows of a table; the generated batch type is <c>Points</c>.</summary>
/// <param name="dimensions">Values per point.</param>
public sealed class PointAttribute(int dimensions) : DataShapeAttribute
{
    /// <summary>Values per point.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>The range of a coordinate. Default: unbounded.</summary>
    public override ValueRange Range { get; set; } = ValueRange.Unbounded;

    internal override Shape Shape => new(Dimensions);

    internal override string BatchType => "Points";

    internal override string BatchBase => "PointBatch";

    internal override string DimensionNames => "dimensions";

    internal override IReadOnlyList<KeyValuePair<string, int>> Sizes => [new("dimensions", Dimensions)];
}
