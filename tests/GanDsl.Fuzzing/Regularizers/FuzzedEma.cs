using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Regularizers;

/// <summary>An average of G's weights, which no step depends on.</summary>
internal sealed record FuzzedEma(double? Decay, double? Warmup) : FuzzedRegularizer
{
    public override string Attribute => new AttributeText("Ema").AddIfGiven(Decay).Set("Warmup", Warmup).ToString();

    public override string? ContractRefusal =>
        Decay is { } decay && !(decay is >= 0 and < 1) ? Contract.NoNumber
        : Warmup is { } warmup && !(warmup is >= 0 and <= float.MaxValue) ? Contract.NoNumber
        : null;

    public static FuzzedRegularizer Draw(FuzzRandom random) =>
        new FuzzedEma(
            random.Optional(0.7, () => random.DoubleArgument(0, 0.9, 0.999)),
            random.Optional(0.5, () => random.DoubleArgument(0, 1, 10))
        );
}
