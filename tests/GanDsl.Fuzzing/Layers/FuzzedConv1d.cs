using GanDsl.Fuzzing.Drawing;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedConv1d(ConvolutionArguments Shared, bool? SamePadding, string? Mode)
    : FuzzedForwardConvolution(Shared, SamePadding, Mode)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (shared, samePadding, mode) = DrawArguments(random, input, 1);
        return new FuzzedConv1d(shared, samePadding, mode);
    }

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        IsSame
            ? nn.Conv1d(
                shape[1],
                Shared.OutChannels,
                Shared.Kernels[0],
                TorchSharp.Padding.Same,
                Shared.Strides[0],
                Shared.Dilations[0],
                EngineMode,
                Shared.GroupCount,
                Shared.HasBias
            )
            : nn.Conv1d(
                shape[1],
                Shared.OutChannels,
                Shared.Kernels[0],
                Shared.Strides[0],
                Shared.Paddings[0],
                Shared.Dilations[0],
                EngineMode,
                Shared.GroupCount,
                Shared.HasBias
            );

    protected override Tensor Convolve(Tensor x, Tensor weight, Tensor? bias) =>
        nn.functional.conv1d(x, weight, bias, Shared.Strides[0], 0, Shared.Dilations[0], Shared.GroupCount);
}
