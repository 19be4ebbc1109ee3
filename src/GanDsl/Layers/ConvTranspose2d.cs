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
        : base(outChannels, kernelSize) { }

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

    internal override LayerWeight? Weight => new(LayerKinds.Convolutions, outputDimension: 1);

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

        var (vertical, horizontal) = Axes(input);
        if (vertical.Overflows || horizontal.Overflows)
        {
            return TooManyPixels(input);
        }

        return vertical.OutputSize >= 1 && horizontal.OutputSize >= 1
            ? new Shape(OutChannels, vertical.OutputSize, horizontal.OutputSize)
            : NothingLeft(input, vertical.OutputSize, horizontal.OutputSize);
    }

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output)
    {
        var (vertical, horizontal) = Axes(input);
        if (vertical.DoesNotEnlarge || horizontal.DoesNotEnlarge)
        {
            yield return DoesNotEnlarge(input, output, vertical);
        }

        if (!vertical.CoversEvenly || !horizontal.CoversEvenly)
        {
            yield return Checkerboard(vertical);
        }
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

    internal override long MultiplyAdds(Shape input, Shape output) =>
        Count.Product(input.ElementCount, OutChannels / Groups, KernelHeight, KernelWidth);

    private (TransposedAxis Vertical, TransposedAxis Horizontal) Axes(Shape input) =>
        (
            new(input[1], KernelHeight, StrideHeight, PaddingHeight, OutputPaddingHeight, DilationHeight),
            new(input[2], KernelWidth, StrideWidth, PaddingWidth, OutputPaddingWidth, DilationWidth)
        );

    private bool IsSquare =>
        HasSquareKernel && AllSquare(StrideExtent, PaddingExtent, OutputPaddingExtent, DilationExtent);

    private LayerProblem NothingLeft(Shape input, long height, long width) =>
        new(
            Rule.SizeReachesZero,
            nameof(Padding),
            $"its output would be {CodeText.Of(height)} × {CodeText.Of(width)} pixels for the input {input}, "
                + "but both have to be at least 1; make the Padding smaller or the kernel larger"
        );

    private LayerProblem DoesNotEnlarge(Shape input, Shape output, TransposedAxis axis) =>
        new(
            Rule.DoesNotEnlarge,
            null,
            $"a transposed convolution with a stride of {CodeText.Of(StrideExtent)} is meant to enlarge its input {input}, but its output "
                + $"is {output}; make the Padding smaller or the kernel larger",
            IsSquare && axis.Enlarging is var (padding, outputPadding)
                ? [Mend.Set(Kind, SetPadding(padding), SetOutputPadding(outputPadding))]
                : []
        );

    private LayerProblem Checkerboard(TransposedAxis axis) =>
        new(
            Rule.Checkerboard,
            null,
            $"its kernel ({CodeText.Of(KernelExtent)}) is not divisible by its stride ({CodeText.Of(StrideExtent)}), so neighbouring pixels "
                + "get unequally many contributions, which shows as a checkerboard; make the kernel a multiple of the stride",
            IsSquare && DilationExtent == (1, 1) && axis.Even is var (kernel, padding, outputPadding)
                ?
                [
                    Mend.Set(
                        Kind,
                        ArgumentChange.Parameter("kernelSize", 1, CodeText.Of(kernel)),
                        SetPadding(padding),
                        SetOutputPadding(outputPadding)
                    ),
                ]
                : []
        );

    private static ArgumentChange SetPadding(long padding) => SetOrRemove(nameof(Padding), padding);

    private static ArgumentChange SetOutputPadding(long padding) => SetOrRemove(nameof(OutputPadding), padding);

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
                        + $"({CodeText.Of(StrideExtent)}) or the dilation ({CodeText.Of(DilationExtent)})",
                    IsSquare ? [Mend.Set(Kind, SetOutputPadding(Math.Max(StrideHeight, DilationHeight) - 1))] : []
                ),
            ];
    }
}
