using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedConvTranspose3d(ConvolutionArguments Shared, Extent OutputPadding)
    : FuzzedTransposedConvolution(Shared, OutputPadding)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (shared, outputPadding) = DrawArguments(random, input, 3);
        return new FuzzedConvTranspose3d(shared, outputPadding);
    }

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        nn.ConvTranspose3d(
            shape[1],
            Shared.OutChannels,
            Triple(Shared.Kernels),
            Triple(Shared.Strides),
            Triple(Shared.Paddings),
            Triple(OutputPaddings),
            Triple(Shared.Dilations),
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
        nn.functional.conv_transpose3d(
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
