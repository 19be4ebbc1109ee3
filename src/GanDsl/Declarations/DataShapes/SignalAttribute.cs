namespace GanDsl;

/// <summary>The data are signals <c>[N, channels, length]</c>, such as audio or time series; the generated batch type is <c>Signals</c>.</summary>
/// <param name="channels">Values per instant, such as 2 for stereo.</param>
/// <param name="length">Instants, in samples.</param>
public sealed class SignalAttribute(int channels, int length) : DataShapeAttribute
{
    /// <summary>Values per instant, such as 2 for stereo.</summary>
    public int Channels { get; } = channels;

    /// <summary>Instants, in samples.</summary>
    public int Length { get; } = length;

    /// <summary>The range of a sample's value. Default: [-1, 1], as of normalised audio.</summary>
    public override ValueRange Range { get; set; } = ValueRange.MinusOneToOne;

    internal override Shape Shape => new(Channels, Length);

    internal override string BatchType => "Signals";

    internal override string BatchBase => "SignalBatch";

    internal override string DimensionNames => "channels, length";

    internal override IReadOnlyList<KeyValuePair<string, int>> Sizes =>
        [new("channels", Channels), new("length", Length)];
}
