using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedInstanceNorm(double? Eps, double? Momentum, bool? Affine, bool? TrackRunningStats)
    : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedInstanceNorm(
            random.Optional(0.3, () => random.DoubleArgument(1e-5, 1e-3, 1e-8, 1)),
            random.Optional(0.3, () => random.DoubleArgument(0.1, 0, 1, 0.5)),
            random.Optional(0.3, () => random.Chance(0.5)),
            random.Optional(0.3, () => random.Chance(0.5))
        );

    public override string? ContractRefusal(long[] input) =>
        !(Momentum is null or >= 0 and <= 1) ? Contract.MomentumIsAShare : Contract.OfEps(Eps);

    public override string? WeightKind => "Normalizations";

    public override long[]? Expect(long[] input) =>
        input.Length is >= 2 and <= 4 && Sizes.Product(input) > input[0] ? input : null;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape)
    {
        var (channels, eps, momentum) = (shape[1], Eps ?? 1e-5, Momentum ?? 0.1);
        var (affine, tracks) = (Affine ?? false, TrackRunningStats ?? false);
        return shape.Length switch
        {
            3 => nn.InstanceNorm1d(channels, eps, momentum, affine, tracks),
            4 => nn.InstanceNorm2d(channels, eps, momentum, affine, tracks),
            5 => nn.InstanceNorm3d(channels, eps, momentum, affine, tracks),
            _ => throw new ArgumentException($"PyTorch has no instance normalisation of {shape.Length} dimensions."),
        };
    }

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        // PyTorch's own check, torch.nn.functional._verify_spatial_size; libtorch's operator gives zeros instead.
        if (training && x.numel() == x.shape[0] * x.shape[1])
        {
            throw new ArgumentException("Expected more than 1 spatial element when training.");
        }

        return module!.call(x);
    }

    protected override AttributeText Arguments(AttributeText text) =>
        text.Set("Eps", Eps)
            .Set("Momentum", Momentum)
            .Set("Affine", Affine)
            .Set("TrackRunningStats", TrackRunningStats);
}
