using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedSoftplus(double? Beta, double? Threshold) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedSoftplus(
            random.Optional(0.6, () => random.DoubleArgument(1, 2, 0.5)),
            random.Optional(0.4, () => random.DoubleArgument(20, 5, 0))
        );

    public override string? ContractRefusal(long[] input) =>
        !double.IsFinite(Beta ?? 1) || !double.IsFinite(Threshold ?? 20) ? Contract.NoNumber
        : (float)(Beta ?? 1) == 0 ? Contract.ZeroDenominator
        : null;

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        x.softplus(Beta ?? 1, Threshold ?? 20);

    protected override AttributeText Arguments(AttributeText text) => text.AddIfGiven(Beta).Set("Threshold", Threshold);
}
