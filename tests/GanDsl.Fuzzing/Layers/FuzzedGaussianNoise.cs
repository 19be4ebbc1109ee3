using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedGaussianNoise(double Std) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedGaussianNoise(random.DoubleArgument(0.1, 0, 0.5, 1));

    public override string? ContractRefusal(long[] input) =>
        !(Math.Abs(Std) <= float.MaxValue) ? Contract.NoNumber
        : Std < 0 ? Contract.NegativeDeviation
        : null;

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        training ? x + (Std * randn(x.shape)) : x;

    protected override AttributeText Arguments(AttributeText text) => text.AddIfGiven(Std);
}
