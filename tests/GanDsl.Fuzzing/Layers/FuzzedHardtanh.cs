using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedHardtanh(double? Min, double? Max) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedHardtanh(
            random.Optional(0.6, () => random.DoubleArgument(-1, 0, -2)),
            random.Optional(0.6, () => random.DoubleArgument(1, 6, 0.5))
        );

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => Clamp(x);

    protected override AttributeText Arguments(AttributeText text) =>
        Min is null && Max is { } max
            ? text.Add($"max: {AttributeText.Of(max)}")
            : text.AddIfGiven(Min).AddIfGiven(Max);

    private Tensor Clamp(Tensor x)
    {
        // torch.nn.Hardtanh asserts it.
        var (min, max) = (Min ?? -1, Max ?? 1);
        return max > min ? x.clamp(min, max) : throw new ArgumentException("max has to be above min.");
    }
}
