namespace GanDsl;

/// <summary>A convolution over an image. PyTorch: <c>torch.nn.Conv2d</c>.</summary>
/// <remarks>
/// Input: <c>[N, C, H, W]</c>, where C is inferred. Output: <c>[N, outChannels, H', W']</c> with
/// H' = ⌊(H + 2·padding - dilation·(kernel - 1) - 1) / stride⌋ + 1, and W' likewise.
/// Parameters: <c>weight [outChannels, C / groups, kernelHeight, kernelWidth]</c>, <c>bias [outChannels]</c>.
/// </remarks>
public sealed class Conv2dAttribute : Convolution2dAttribute
{
    /// <summary>A convolution with a square kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelSize">The height and width of the kernel, in pixels.</param>
    public Conv2dAttribute(int outChannels, int kernelSize)
        : base(outChannels, kernelSize) { }

    /// <summary>A convolution with any rectangular kernel.</summary>
    /// <param name="outChannels">The number of channels of the output.</param>
    /// <param name="kernelHeight">The height of the kernel, in pixels.</param>
    /// <param name="kernelWidth">The width of the kernel, in pixels.</param>
    public Conv2dAttribute(int outChannels, int kernelHeight, int kernelWidth)
        : base(outChannels, kernelHeight, kernelWidth) { }

    /// <summary>
    /// Pads so that the output is as large as the input, whatever the kernel; needs a stride of 1 and replaces
    /// <see cref="Convolution2dAttribute.Padding"/>. PyTorch: <c>padding='same'</c>. Default: false.
    /// </summary>
    public bool SamePadding { get; set; }

    /// <summary>What stands outside the borders. Default: zeros.</summary>
    public PaddingMode PaddingMode { get; set; }

    internal override string NameStem => "conv";

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. base.ArgumentProblems(),
            .. ArgumentCheck.Defined(nameof(PaddingMode), PaddingMode),
            .. SamePadding && (StrideExtent != (1, 1) || PaddingExtent != (0, 0))
                ?
                [
                    LayerProblem.InvalidArgument(
                        nameof(SamePadding),
                        true,
                        "used with a stride of 1 and without Padding",
                        Mend.Set(Kind, ArgumentChange.Removal(nameof(SamePadding)))
                    ),
                ]
                : Array.Empty<LayerProblem>(),
        ];

    internal override ShapeResult InferShape(Shape input)
    {
        if ((InputProblem(input) ?? PaddingProblem(input)) is { } problem)
        {
            return problem;
        }

        var (vertical, horizontal) = Axes(input);
        if (vertical.Overflows || horizontal.Overflows)
        {
            return TooManyPixels(input);
        }

        if (SamePadding)
        {
            return input.WithFirst(OutChannels);
        }

        return vertical.OutputSize >= 1 && horizontal.OutputSize >= 1
            ? new Shape(OutChannels, vertical.OutputSize, horizontal.OutputSize)
            : KernelTooLarge(input, Math.Min(vertical.LargestKernel, horizontal.LargestKernel));
    }

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output)
    {
        if (SamePadding)
        {
            yield break;
        }

        var (vertical, horizontal) = Axes(input);
        var isCircular = PaddingMode == PaddingMode.Circular;
        var (rows, columns) = (vertical.Dropped(isCircular), horizontal.Dropped(isCircular));
        if (rows > 0 || columns > 0)
        {
            var isMechanical = rows == columns && HasSquareKernel && DilationExtent == (1, 1);
            yield return Dropped(
                $"its last step ends {Pixels(rows, columns)} before the end of its input {input}",
                isMechanical ? [SetKernel(CodeText.Of(KernelHeight + rows))] : []
            );
        }
        else if (vertical.SteppedOver > 0 || horizontal.SteppedOver > 0)
        {
            var steppedOver = Pixels(vertical.SteppedOver, horizontal.SteppedOver);
            yield return Dropped($"each step leaves out {steppedOver} of its input {input}", []);
        }
    }

    internal override LayerModule? Module(Shape input)
    {
        var square = AllSquare(KernelExtent, StrideExtent, PaddingExtent, DilationExtent);
        var call = new CallText("nn.Conv2d").Add(input[0]).Add(OutChannels).Add(Text(KernelExtent, square));
        if (SamePadding)
        {
            call.Add("Padding.Same");
        }

        call.AddUnless(StrideExtent == (1, 1), "stride", Text(StrideExtent, square))
            .AddUnless(PaddingExtent == (0, 0), "padding", Text(PaddingExtent, square))
            .AddUnless(DilationExtent == (1, 1), "dilation", Text(DilationExtent, square))
            .AddUnless(PaddingMode == PaddingMode.Zeros, "padding_mode", "PaddingModes." + PaddingMode)
            .AddUnless(1, "groups", Groups)
            .AddUnless(true, "bias", Bias);
        return new("Conv2d", call);
    }

    internal override IReadOnlyList<LayerParameter> Parameters(Shape input)
    {
        var weight = new LayerParameter("weight", OutChannels, input[0] / Groups, KernelHeight, KernelWidth);
        return Bias ? [weight, new("bias", OutChannels)] : [weight];
    }

    internal override long MultiplyAdds(Shape input, Shape output) =>
        Count.Product(output.ElementCount, input[0] / Groups, KernelHeight, KernelWidth);

    private (ConvolutionAxis Vertical, ConvolutionAxis Horizontal) Axes(Shape input) =>
        (
            new(input[1], KernelHeight, StrideHeight, WidestPadding.Height, DilationHeight),
            new(input[2], KernelWidth, StrideWidth, WidestPadding.Width, DilationWidth)
        );

    private static LayerProblem Dropped(string what, Mend[] mends) =>
        new(
            Rule.DroppedInput,
            null,
            $"{what}, and what lies there never reaches the output; change the kernel, the Padding or the Stride",
            mends
        );

    private static string Pixels(long rows, long columns) =>
        rows == 0 ? CodeText.Count(columns, "column")
        : columns == 0 ? CodeText.Count(rows, "row")
        : $"{CodeText.Count(rows, "row")} and {CodeText.Count(columns, "column")}";

    private LayerProblem KernelTooLarge(Shape input, long largest) =>
        new(
            Rule.KernelTooLarge,
            "kernelSize",
            $"its kernel of {CodeText.Of(KernelHeight)} × {CodeText.Of(KernelWidth)} pixels is larger than its padded input {input}; "
                + "make the kernel or the Dilation smaller or the Padding larger",
            largest >= 1 && HasSquareKernel ? [SetKernel(CodeText.Of(largest))] : []
        );

    /// <summary>A border that is made of the input is written out before the convolution, and cannot be wider than what it mirrors.</summary>
    private LayerProblem? PaddingProblem(Shape input)
    {
        if (PaddingMode == PaddingMode.Zeros)
        {
            return null;
        }

        var (height, width) = WidestPadding;
        var spare = PaddingMode == PaddingMode.Reflect ? 1 : 0;
        if (PaddingMode != PaddingMode.Replicate && (height > input[1] - spare || width > input[2] - spare))
        {
            return new(
                Rule.PaddingTooWide,
                nameof(Padding),
                $"its padding of {CodeText.Of(height)} × {CodeText.Of(width)} pixels is too wide for PaddingMode.{PaddingMode} on the "
                    + $"input {input}; use at most {CodeText.Of(input[1] - spare)} × {CodeText.Of(input[2] - spare)}",
                Mend.Set(Kind, ArgumentChange.Removal(nameof(PaddingMode)))
            );
        }

        return Shape.Overflows([input[0], input[1] + (2 * height), input[2] + (2 * width)])
            ? new(
                Rule.SizeOverflows,
                nameof(Padding),
                $"the border written out, its input {input} has more than {CodeText.Count(Shape.LargestElementCount)} values per example; make the Padding smaller"
            )
            : null;
    }

    /// <summary>The padding of each dimension, on its larger side where <see cref="SamePadding"/> makes the sides differ.</summary>
    private (long Height, long Width) WidestPadding =>
        SamePadding
            ? (LargerHalf(DilationHeight, KernelHeight), LargerHalf(DilationWidth, KernelWidth))
            : (PaddingHeight, PaddingWidth);

    private static long LargerHalf(long dilation, long kernel) => ((dilation * (kernel - 1)) + 1) / 2;
}
