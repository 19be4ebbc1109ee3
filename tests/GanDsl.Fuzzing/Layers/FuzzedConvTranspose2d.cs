using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedConvTranspose2d(
    int OutChannels,
    int KernelHeight,
    int KernelWidth,
    Extent Stride,
    Extent Padding,
    Extent OutputPadding,
    Extent Dilation,
    int? Groups,
    bool? Bias
) : FuzzedConvolution(OutChannels, KernelHeight, KernelWidth, Stride, Padding, Dilation, Groups, Bias)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (channels, height, width) = ImageOf(input);
        var (groups, outChannels) = DrawChannels(random, channels);
        var vertical = ConvolutionDrawing.DrawTransposed(random, height);
        var horizontal =
            height == width && random.Chance(0.5) ? vertical : ConvolutionDrawing.DrawTransposed(random, width);
        return Of(random, outChannels, groups, vertical, horizontal);
    }

    /// <summary>A transposed convolution whose output is as high and wide as asked for; null where the draw found none.</summary>
    public static FuzzedLayer? Towards(FuzzRandom random, long[] input, int outChannels, long height, long width)
    {
        var vertical = ConvolutionDrawing.TowardsTransposed(random, (int)input[1], (int)height);
        var horizontal = ConvolutionDrawing.TowardsTransposed(random, (int)input[2], (int)width);
        return vertical is null || horizontal is null ? null : Of(random, outChannels, null, vertical, horizontal);
    }

    public override long[]? Expect(long[] input)
    {
        if (input.Length != 3 || OutChannels < 1 || Groups < 1)
        {
            return null;
        }

        var height = Expect(
            input[1],
            KernelHeight,
            Stride.Height(1),
            Padding.Height(0),
            OutputPadding.Height(0),
            Dilation.Height(1)
        );
        var width = Expect(
            input[2],
            KernelWidth,
            Stride.Width(1),
            Padding.Width(0),
            OutputPadding.Width(0),
            Dilation.Width(1)
        );
        return height < 1 || width < 1 ? null : [OutChannels, height, width];
    }

    protected override (double Height, double Width) Span(long[] input) =>
        Expect(input) is { } output
            ? (
                output[1] + 2.0 * Padding.Height(0) + Stride.Height(1),
                output[2] + 2.0 * Padding.Width(0) + Stride.Width(1)
            )
            : (0, 0);

    public override double Operations(long[] input) =>
        input.Length == 3 ? Sizes.Product(input) * OutChannels / GroupCount * KernelHeight * (double)KernelWidth : 0;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        nn.ConvTranspose2d(
            shape[1],
            OutChannels,
            KernelPair,
            StridePair,
            PaddingPair,
            (OutputPadding.Height(0), OutputPadding.Width(0)),
            DilationPair,
            groups: GroupCount,
            bias: Bias ?? true
        );

    protected override AttributeText Arguments(AttributeText text)
    {
        OutputPadding.AddTo(base.Arguments(text), "OutputPadding");
        return text;
    }

    private static long Expect(long size, long kernel, long stride, long padding, long outputPadding, long dilation) =>
        kernel < 1 || stride < 1 || padding < 0 || outputPadding < 0 || dilation < 1
            ? 0
            : ((size - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + outputPadding + 1;

    private static FuzzedConvTranspose2d Of(
        FuzzRandom random,
        int outChannels,
        int? groups,
        ConvolutionDimension vertical,
        ConvolutionDimension horizontal
    ) =>
        new(
            outChannels,
            vertical.Kernel,
            horizontal.Kernel,
            ConvolutionDrawing.ToExtent(random, vertical.Stride, horizontal.Stride, 1),
            ConvolutionDrawing.ToExtent(random, vertical.Padding, horizontal.Padding, 0),
            ConvolutionDrawing.ToExtent(random, vertical.OutputPadding, horizontal.OutputPadding, 0),
            ConvolutionDrawing.ToExtent(random, vertical.Dilation, horizontal.Dilation, 1),
            groups,
            random.Optional(0.2, () => random.Chance(0.5))
        );
}
