namespace GanDsl;

/// <summary>The data are images <c>[N, channels, height, width]</c>; the generated batch type is <c>Images</c>.</summary>
/// <param name="channels">1 for grey, 3 for RGB.</param>
/// <param name="height">Rows, in pixels.</param>
/// <param name="width">Columns, in pixels.</param>
public sealed class ImageAttribute(int channels, int height, int width) : DataShapeAttribute
{
    /// <summary>1 for grey, 3 for RGB.</summary>
    public int Channels { get; } = channels;

    /// <summary>Rows, in pixels.</summary>
    public int Height { get; } = height;

    /// <summary>Columns, in pixels.</summary>
    public int Width { get; } = width;

    /// <summary>The range of a pixel's value. Default: [-1, 1], which a generator that ends in Tanh fills.</summary>
    public override ValueRange Range { get; set; } = ValueRange.MinusOneToOne;

    internal override Shape Shape => new(Channels, Height, Width);

    internal override string BatchType => "Images";

    internal override string BatchBase => "ImageBatch";

    internal override string DimensionNames => "channels, height, width";

    internal override IReadOnlyList<KeyValuePair<string, int>> Sizes =>
        [new("channels", Channels), new("height", Height), new("width", Width)];
}
