namespace GanDsl;

/// <summary>
/// A transposed convolution over an image, which with a stride enlarges it. PyTorch: <c>torch.nn.ConvTranspose2d</c>.
/// </summary>
/// <remarks>
/// Input: <c>[N, C, H, W]</c>, where C is inferred. Output: <c>[N, outChannels, H', W']</c> with
/// H' = (H - 1)·stride - 2·padding + dilation·(kernel - 1) + outputPadding + 1, and W' likewise.
/// Parameters: <c>weight [C, outChannels / groups, kernelHeight, kernelWidth]</c>, <c>bias [outChannels]</c>.
/// </remarks>
public sealed class ConvTranspose2dAttribute : Convolution2dAttribute
{
    private int? outputPaddingHeight;
    private int? outputPaddingWidth;

    /// <summary>A transposed convolution with a square kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The height and width of the kernel, in pixels.</param>
    public ConvTranspose2dAttribute(int outChannels, int kernelSize)
        : base(outChannels, kernelSize, kernelSize) { }

    /// <summary>A transposed convolution with any rectangular kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelHeight">The height of the kernel, in pixels.</param>
    /// <param name="kernelWidth">The width of the kernel, in pixels.</param>
    public ConvTranspose2dAttribute(int outChannels, int kernelHeight, int kernelWidth)
        : base(outChannels, kernelHeight, kernelWidth) { }

    /// <summary>Rows and columns added at the bottom and right of the output; smaller than the stride or the dilation. Default: 0.</summary>
    public int OutputPadding { get; set; }

    /// <summary>The rows added, where they differ from <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingHeight
    {
        get => outputPaddingHeight ?? OutputPadding;
        set => outputPaddingHeight = value;
    }

    /// <summary>The columns added, where they differ from <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingWidth
    {
        get => outputPaddingWidth ?? OutputPadding;
        set => outputPaddingWidth = value;
    }

    internal override string NameStem => "convTranspose";

    internal (int Height, int Width) OutputPaddingExtent => (OutputPaddingHeight, OutputPaddingWidth);

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        base.ArgumentProblems()
            .Concat(
                Extent(
                    0,
                    nameof(OutputPadding),
                    nameof(OutputPaddingHeight),
                    nameof(OutputPaddingWidth),
                    OutputPaddingExtent
                )
            )
            .Concat(OutputPaddingProblem());

    internal override ShapeResult InferShape(Shape input)
    {
        if (InputProblem(input) is { } problem)
        {
            return problem;
        }

        var height = OutputSize(
            input[1],
            KernelHeight,
            StrideHeight,
            PaddingHeight,
            OutputPaddingHeight,
            DilationHeight
        );
        var width = OutputSize(input[2], KernelWidth, StrideWidth, PaddingWidth, OutputPaddingWidth, DilationWidth);
        return height >= 1 && width >= 1
            ? new Shape(OutChannels, height, width)
            : TooSmall(input, height, width, "make the Padding smaller or the kernel larger");
    }

    internal override LayerModule? Module(Shape input)
    {
        var square = AllSquare(KernelExtent, StrideExtent, PaddingExtent, OutputPaddingExtent, DilationExtent);
        return new(
            "ConvTranspose2d",
            new CallText("nn.ConvTranspose2d")
                .Add(input[0])
                .Add(OutChannels)
                .Add(Text(KernelExtent, square))
                .AddUnless(StrideExtent == (1, 1), "stride", Text(StrideExtent, square))
                .AddUnless(PaddingExtent == (0, 0), "padding", Text(PaddingExtent, square))
                .AddUnless(OutputPaddingExtent == (0, 0), "output_padding", Text(OutputPaddingExtent, square))
                .AddUnless(DilationExtent == (1, 1), "dilation", Text(DilationExtent, square))
                .AddUnless(1, "groups", Groups)
                .AddUnless(true, "bias", Bias)
        );
    }

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input)
    {
        var weight = new LayerParameter("weight", input[0], OutChannels / Groups, KernelHeight, KernelWidth);
        return Bias ? [weight, new("bias", OutChannels)] : [weight];
    }

    private static long OutputSize(
        long size,
        long kernel,
        long stride,
        long padding,
        long outputPadding,
        long dilation
    ) => ((size - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + outputPadding + 1;

    private IEnumerable<LayerProblem> OutputPaddingProblem()
    {
        var heightFits = OutputPaddingHeight < Math.Max(StrideHeight, DilationHeight);
        var widthFits = OutputPaddingWidth < Math.Max(StrideWidth, DilationWidth);
        return heightFits && widthFits
            ? []
            :
            [
                new(
                    Rule.OutputPaddingTooLarge,
                    nameof(OutputPadding),
                    $"OutputPadding is {CodeText.Of(OutputPaddingExtent)}, but it has to be smaller than the stride "
                        + $"({CodeText.Of(StrideExtent)}) or the dilation ({CodeText.Of(DilationExtent)})"
                ),
            ];
    }
}
