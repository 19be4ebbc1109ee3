using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Regularizers;

internal sealed record FuzzedLabelSmoothing(double? Smoothing) : FuzzedRegularizer
{
    public override string Attribute => new AttributeText("LabelSmoothing").AddIfGiven(Smoothing).ToString();

    public override string? ContractRefusal =>
        Smoothing is { } smoothing && !(smoothing is >= 0 and < 1) ? Contract.LabelIsAProbability : null;

    public static FuzzedRegularizer Draw(FuzzRandom random) =>
        new FuzzedLabelSmoothing(random.Optional(0.7, () => random.DoubleArgument(0.1, 0, 0.3)));
}
