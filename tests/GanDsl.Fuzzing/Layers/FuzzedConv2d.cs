using GanDsl.Fuzzing.Drawing;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedConv2d(ConvolutionArguments Shared, bool? SamePadding, string? Mode)
    : FuzzedForwardConvolution(Shared, SamePadding, Mode)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (shared, samePadding, mode) = DrawArguments(random, input, 2);
        return new FuzzedConv2d(shared, samePadding, mode);
    }

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        IsSame
            ? nn.Conv2d(
                shape[1],
                Shared.OutChannels,
                Pair(Shared.Kernels),
                TorchSharp.Padding.Same,
                Pair(Shared.Strides),
                Pair(Shared.Dilations),
                EngineMode,
                Shared.GroupCount,
                Shared.HasBias
            )
            : nn.Conv2d(
                shape[1],
                Shared.OutChannels,
                Pair(Shared.Kernels),
                Pair(Shared.Strides),
                Pair(Shared.Paddings),
                Pair(Shared.Dilations),
                EngineMode,
                Shared.GroupCount,
                Shared.HasBias
            );

    protected override Tensor Convolve(Tensor x, Tensor weight, Tensor? bias) =>
        nn.functional.conv2d(x, weight, bias, Shared.Strides, [0, 0], Shared.Dilations, Shared.GroupCount);
}
