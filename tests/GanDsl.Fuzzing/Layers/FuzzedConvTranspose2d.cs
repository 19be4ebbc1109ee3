using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedConvTranspose2d(ConvolutionArguments Shared, Extent OutputPadding)
    : FuzzedTransposedConvolution(Shared, OutputPadding)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (shared, outputPadding) = DrawArguments(random, input, 2);
        return new FuzzedConvTranspose2d(shared, outputPadding);
    }

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        nn.ConvTranspose2d(
            shape[1],
            Shared.OutChannels,
            Pair(Shared.Kernels),
            Pair(Shared.Strides),
            Pair(Shared.Paddings),
            Pair(OutputPaddings),
            Pair(Shared.Dilations),
            groups: Shared.GroupCount,
            bias: Shared.HasBias
        );

    protected override Tensor Transpose(
        Tensor x,
        Tensor weight,
        Tensor? bias,
        long[] paddings,
        long[] outputPaddings
    ) =>
        nn.functional.conv_transpose2d(
            x,
            weight,
            bias,
            Shared.Strides,
            paddings,
            outputPaddings,
            Shared.Dilations,
            Shared.GroupCount
        );
}
