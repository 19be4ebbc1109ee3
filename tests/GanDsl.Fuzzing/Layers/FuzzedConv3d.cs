using GanDsl.Fuzzing.Drawing;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedConv3d(ConvolutionArguments Shared, bool? SamePadding, string? Mode)
    : FuzzedForwardConvolution(Shared, SamePadding, Mode)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (shared, samePadding, mode) = DrawArguments(random, input, 3);
        return new FuzzedConv3d(shared, samePadding, mode);
    }

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        IsSame
            ? nn.Conv3d(
                shape[1],
                Shared.OutChannels,
                Triple(Shared.Kernels),
                TorchSharp.Padding.Same,
                Triple(Shared.Strides),
                Triple(Shared.Dilations),
                EngineMode,
                Shared.GroupCount,
                Shared.HasBias
            )
            : nn.Conv3d(
                shape[1],
                Shared.OutChannels,
                Triple(Shared.Kernels),
                Triple(Shared.Strides),
                Triple(Shared.Paddings),
                Triple(Shared.Dilations),
                EngineMode,
                Shared.GroupCount,
                Shared.HasBias
            );

    protected override Tensor Convolve(Tensor x, Tensor weight, Tensor? bias) =>
        nn.functional.conv3d(x, weight, bias, Shared.Strides, [0, 0, 0], Shared.Dilations, Shared.GroupCount);
}
