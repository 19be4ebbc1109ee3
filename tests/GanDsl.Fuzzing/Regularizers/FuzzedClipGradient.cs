using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Regularizers;

internal sealed record FuzzedClipGradient(double? Norm) : FuzzedRegularizer
{
    public override string Attribute => new AttributeText("ClipGradient").AddIfGiven(Norm).ToString();

    public override string? ContractRefusal =>
        Norm is { } norm && !((float)norm > 0 && norm <= float.MaxValue) ? Contract.WeightIsPositive : null;

    public override double? LargestGradient => Norm ?? 1;

    public static FuzzedRegularizer Draw(FuzzRandom random) =>
        new FuzzedClipGradient(random.Optional(0.7, () => random.DoubleArgument(0.1, 1, 10)));
}
