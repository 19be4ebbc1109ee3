using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedPReLU(double? Init, bool? PerChannel) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedPReLU(
            random.Optional(0.5, () => random.DoubleArgument(0.25, 0, 0.1, -1)),
            random.Optional(0.5, () => random.Chance(0.7))
        );

    public override string? ContractRefusal(long[] input) =>
        Math.Abs(Init ?? 0) <= float.MaxValue ? null : Contract.NoNumber;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        new Parametrized(
            [full([PerChannel == true ? shape[1] : 1], Init ?? 0.25)],
            (weights, x) =>
            {
                long[] shaped = [weights[0].numel(), .. x.shape.Skip(2).Select(_ => 1L)];
                return x.clamp_min(0) + (weights[0].reshape(shaped) * x.clamp_max(0));
            }
        );

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => module!.call(x);

    protected override AttributeText Arguments(AttributeText text) =>
        text.AddIfGiven(Init).Set("PerChannel", PerChannel);
}
