using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedPixelNorm(double? Eps) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedPixelNorm(random.Optional(0.4, () => random.DoubleArgument(1e-8, 1e-5, 0.01)));

    public override string? ContractRefusal(long[] input) => Contract.OfEps(Eps);

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        x / ((x.pow(2).sum(1, keepdim: true) / x.shape[1]) + (Eps ?? 1e-8)).sqrt();

    protected override AttributeText Arguments(AttributeText text) => text.Set("Eps", Eps);
}
