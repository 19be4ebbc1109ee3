using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedLeakyReLU(double? NegativeSlope) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedLeakyReLU(random.Optional(0.8, () => random.DoubleArgument(0, 0.01, 0.2, 1, -0.5, 3)));

    public override string? ContractRefusal(long[] input) =>
        NegativeSlope is { } slope && !(Math.Abs(slope) <= float.MaxValue) ? Contract.SlopeIsANumber : null;

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        nn.functional.leaky_relu(x, NegativeSlope ?? 0.01);

    protected override AttributeText Arguments(AttributeText text) => text.AddIfGiven(NegativeSlope);
}
