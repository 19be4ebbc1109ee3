using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedBatchNorm(double? Eps, double? Momentum, bool? Affine, bool? TrackRunningStats)
    : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedBatchNorm(
            random.Optional(0.3, () => random.DoubleArgument(1e-5, 1e-3, 1e-8, 1)),
            random.Optional(0.3, () => random.DoubleArgument(0.1, 0, 1, 0.5)),
            random.Optional(0.3, () => random.Chance(0.5)),
            random.Optional(0.3, () => random.Chance(0.5))
        );

    public override string? ContractRefusal(long[] input) =>
        !(Momentum is null or >= 0 and <= 1) ? Contract.MomentumIsAShare
        : Eps > float.MaxValue ? Contract.InfiniteDenominator
        : Eps is { } eps && (float)eps <= 0 ? Contract.ZeroDeviation
        : null;

    public override string? WeightKind => "Normalizations";

    public override long[]? Expect(long[] input) => input.Length is >= 1 and <= 4 ? input : null;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape)
    {
        var (channels, eps, momentum) = (shape[1], Eps ?? 1e-5, Momentum ?? 0.1);
        var (affine, tracks) = (Affine ?? true, TrackRunningStats ?? true);
        return shape.Length switch
        {
            2 or 3 => nn.BatchNorm1d(channels, eps, momentum, affine, tracks),
            4 => nn.BatchNorm2d(channels, eps, momentum, affine, tracks),
            5 => nn.BatchNorm3d(channels, eps, momentum, affine, tracks),
            _ => throw new ArgumentException($"PyTorch has no batch normalisation of {shape.Length} dimensions."),
        };
    }

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        // PyTorch's own check, torch.nn.functional._verify_batch_size; libtorch's operator writes NaN instead.
        if (training && x.numel() == x.shape[1])
        {
            throw new ArgumentException("Expected more than 1 value per channel when training.");
        }

        return module!.call(x);
    }

    protected override AttributeText Arguments(AttributeText text) =>
        text.Set("Eps", Eps)
            .Set("Momentum", Momentum)
            .Set("Affine", Affine)
            .Set("TrackRunningStats", TrackRunningStats);
}
