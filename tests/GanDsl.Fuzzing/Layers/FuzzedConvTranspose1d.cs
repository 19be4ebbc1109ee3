using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedConvTranspose1d(ConvolutionArguments Shared, Extent OutputPadding)
    : FuzzedTransposedConvolution(Shared, OutputPadding)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (shared, outputPadding) = DrawArguments(random, input, 1);
        return new FuzzedConvTranspose1d(shared, outputPadding);
    }

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        nn.ConvTranspose1d(
            shape[1],
            Shared.OutChannels,
            Shared.Kernels[0],
            Shared.Strides[0],
            Shared.Paddings[0],
            OutputPaddings[0],
            Shared.Dilations[0],
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
        nn.functional.conv_transpose1d(
            x,
            weight,
            bias,
            Shared.Strides[0],
            paddings[0],
            outputPaddings[0],
            Shared.Dilations[0],
            Shared.GroupCount
        );
}
