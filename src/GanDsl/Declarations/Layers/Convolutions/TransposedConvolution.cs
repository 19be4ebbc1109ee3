namespace GanDsl;

/// <summary>
/// The rules of <see cref="ConvTranspose1dAttribute"/>, <see cref="ConvTranspose2dAttribute"/> and
/// <see cref="ConvTranspose3dAttribute"/>.
/// </summary>
internal sealed class TransposedConvolution : ConvolutionRule
{
    private const string OutputPadding = nameof(ConvTranspose2dAttribute.OutputPadding);

    private readonly Extent outputPadding;

    public TransposedConvolution(ConvolutionAttribute layer, Extent outputPadding)
        : base(layer) => this.outputPadding = outputPadding;

    public override int OutputDimension => 1;

    public override IEnumerable<LayerProblem> ArgumentProblems()
    {
        foreach (var problem in ArgumentCheck.AtLeast(0, OutputPadding, outputPadding))
        {
            yield return problem;
        }

        if (outputPadding.Sizes.Where((padding, axis) => padding >= LargestStep(axis)).Any())
        {
            yield return new(
                Rule.OutputPaddingTooLarge,
                OutputPadding,
                $"OutputPadding is {outputPadding}, but it has to be smaller than the stride ({Layer.StrideExtent}) or the dilation "
                    + $"({Layer.DilationExtent})",
                IsSquare ? [Mend.Set(Layer.Kind, SetOutputPadding(LargestStep(0) - 1))] : []
            );
        }
    }

    public override ShapeResult InferShape(Shape input)
    {
        var axes = AxesOf(input);
        if (axes.Any(axis => axis.Overflows))
        {
            return TooManyValues(input);
        }

        if (StrideProblem(Layer.OutChannels, "an output") is { } strideProblem)
        {
            return strideProblem;
        }

        long[] sizes = [.. axes.Select(axis => axis.OutputSize)];
        return sizes.All(size => size >= 1)
            ? new Shape([Layer.OutChannels, .. sizes])
            : new LayerProblem(
                Rule.SizeReachesZero,
                nameof(ConvolutionAttribute.Padding),
                $"its output would be {string.Join(" × ", sizes.Select(CodeText.Of))} {Axes.ValuesOf(Layer.SpatialRank)} for the input "
                    + $"{input}, but each size has to be at least 1; make the Padding smaller or the kernel larger"
            );
    }

    public override IEnumerable<LayerProblem> Remarks(Shape input, Shape output)
    {
        var axes = AxesOf(input);
        if (axes.Any(axis => axis.DoesNotEnlarge))
        {
            yield return DoesNotEnlarge(input, output, axes[0]);
        }

        if (axes.Any(axis => axis.PaintsMultiples && axis.HasGaps))
        {
            yield return Multiples;
        }
        else if (axes.Any(axis => axis.CoversUnevenly))
        {
            yield return Checkerboard(axes[0]);
        }
        else if (axes.Any(axis => axis.HasGaps))
        {
            yield return Gaps(input);
        }
    }

    public override void AddArguments(CallText call)
    {
        var (kernel, stride) = (Layer.KernelExtent, Layer.StrideExtent);
        var (padding, dilation) = (CalledPadding, Layer.DilationExtent);
        if (IsCalledByFunction)
        {
            call.Add(kernel.Argument(kernel.IsSquare));
            return;
        }

        var asNumbers = new[] { kernel, stride, padding, outputPadding, dilation }.All(extent => extent.IsSquare);
        call.Add(kernel.Argument(asNumbers))
            .AddUnless(stride.IsEach(1), "stride", stride.Argument(asNumbers))
            .AddUnless(padding.IsEach(0), "padding", padding.Argument(asNumbers))
            .AddUnless(outputPadding.IsEach(0), "output_padding", outputPadding.Argument(asNumbers))
            .AddUnless(dilation.IsEach(1), "dilation", dilation.Argument(asNumbers));
    }

    public override string Forward(string x, string module, Shape output) =>
        CutAlongDepth(
            IsCalledByFunction
                ? FunctionCall(x, module + ".weight", Layer.Bias ? module + ".bias" : null)
                : base.Forward(x, module, output),
            output
        );

    public override string ForwardInBFloat16(string x, string module, Shape output)
    {
        const string rounded = ".to(bfloat16)";
        var input = (x.Contains(' ') ? $"({x})" : x) + rounded;
        return CutAlongDepth(
            IsCalledByFunction
                ? FunctionCall(input, $"{module}.weight{rounded}", Layer.Bias ? $"{module}.bias!{rounded}" : null)
                : base.ForwardInBFloat16(x, module, output),
            output
        );
    }

    public override string? Explanation =>
        IsCalledByFunction
            ? "By its function, because TorchSharp's module gives every dimension the output padding of the first one."
        : HasUnsafeBorder
            ? "Cut along the depth, because libtorch's own padding gives a wrong gradient where it is wider than the stride there."
        : null;

    public override PyTorchLayer PyTorch(Func<PythonCall, PythonCall> lastArguments, Shape input, Shape output)
    {
        var (stride, dilation, padding) = (Layer.StrideExtent, Layer.DilationExtent, CalledPadding);
        var module = PyTorchModule(input)
            .AddUnless(stride.IsEach(1), "stride", PythonText.Of(stride))
            .AddUnless(padding.IsEach(0), "padding", PythonText.Of(padding))
            .AddUnless(outputPadding.IsEach(0), "output_padding", PythonText.Of(outputPadding));
        lastArguments(module).AddUnless(dilation.IsEach(1), "dilation", PythonText.Of(dilation));
        return HasUnsafeBorder
            ? PyTorchLayer.Module(
                module,
                (x, conv) =>
                    $"{conv}({x}).narrow(2, {PythonText.Of(Layer.PaddingExtent[0])}, {PythonText.Of(output[1])})"
            )
            : PyTorchLayer.Module(module);
    }

    public override long[] WeightChannels(Shape input) => [input[0], Layer.OutChannels / Layer.Groups];

    public override long[] Products(Shape input, Shape output) =>
        [input.ElementCount, Layer.OutChannels / Layer.Groups];

    public override string Onnx(string x, string module)
    {
        var padding = Layer.PaddingExtent;
        var pads = $"[{string.Join(", ", padding.Sizes.Concat(padding.Sizes).Select(size => CodeText.Of(size)))}]";
        return OnnxCall("ConvTranspose", x, module)
            .AddUnless(padding.IsEach(0), "pads", pads)
            .AddUnless(outputPadding.IsEach(0), "outputPadding", outputPadding.List)
            .AddUnless(Layer.DilationExtent.IsEach(1), "dilations", Layer.DilationExtent.List)
            .AddUnless(1, "group", Layer.Groups)
            .ToString();
    }

    private string CutAlongDepth(string whole, Shape output) =>
        HasUnsafeBorder ? $"{whole}.narrow(2, {CodeText.Of(Layer.PaddingExtent[0])}, {CodeText.Of(output[1])})" : whole;

    private string FunctionCall(string x, string weight, string? bias)
    {
        var call = new CallText($"functional.conv_transpose{CodeText.Of(Layer.SpatialRank)}d").Add(x).Add(weight);
        if (bias is not null)
        {
            call.Add(bias);
        }

        return call.AddUnless(Layer.StrideExtent.IsEach(1), "strides", Layer.StrideExtent.List)
            .AddUnless(CalledPadding.IsEach(0), "padding", CalledPadding.List)
            .Add($"output_padding: {outputPadding.List}")
            .AddUnless(Layer.DilationExtent.IsEach(1), "dilation", Layer.DilationExtent.List)
            .AddUnless(1, "groups", Layer.Groups)
            .ToString();
    }

    private IReadOnlyList<TransposedAxis> AxesOf(Shape input) =>
        [
            .. outputPadding.Sizes.Select(
                (padding, axis) =>
                    new TransposedAxis(
                        input[axis + 1],
                        Layer.KernelExtent[axis],
                        Layer.StrideExtent[axis],
                        Layer.PaddingExtent[axis],
                        padding,
                        Layer.DilationExtent[axis]
                    )
            ),
        ];

    /// <summary>What is cut off by the operator itself; the rest of the padding is cut off behind it.</summary>
    private Extent CalledPadding =>
        HasUnsafeBorder ? new(0, Layer.PaddingExtent[1], Layer.PaddingExtent[2]) : Layer.PaddingExtent;

    /// <summary>Whether the module holds the weights alone, because its own call would get the output padding wrong.</summary>
    private bool IsCalledByFunction => !outputPadding.IsSquare;

    private bool IsSquare =>
        Layer.HasKernelSize
        && new[] { Layer.StrideExtent, Layer.PaddingExtent, outputPadding, Layer.DilationExtent }.All(extent =>
            extent.IsSquare
        );

    private int LargestStep(int axis) => Math.Max(Layer.StrideExtent[axis], Layer.DilationExtent[axis]);

    private LayerProblem DoesNotEnlarge(Shape input, Shape output, TransposedAxis axis) =>
        new(
            Rule.DoesNotEnlarge,
            null,
            $"a transposed convolution with a stride of {Layer.StrideExtent} is meant to enlarge its input {input}, but its output "
                + $"is {output}; make the Padding smaller or the kernel larger",
            IsSquare && axis.Enlarging is var (padding, extra)
                ? [Mend.Set(Layer.Kind, SetPadding(padding), SetOutputPadding(extra))]
                : []
        );

    private LayerProblem Checkerboard(TransposedAxis axis) =>
        new(
            Rule.Checkerboard,
            null,
            $"its kernel ({Layer.KernelExtent}) is not divisible by its stride ({Layer.StrideExtent}), so neighbouring "
                + $"{Axes.ValuesOf(Layer.SpatialRank)} get unequally many contributions, which shows as a checkerboard; make the kernel a "
                + "multiple of the stride",
            IsSquare && Layer.DilationExtent.IsEach(1) && axis.Even is var (kernel, padding, extra)
                ? [Mend.Set(Layer.Kind, SetKernel(kernel), SetPadding(padding), SetOutputPadding(extra))]
                : []
        );

    private LayerProblem Gaps(Shape input) =>
        new(
            Rule.Checkerboard,
            null,
            $"the taps of its kernel lie {Layer.DilationExtent} apart (Dilation), which its input {input} does not fill everywhere, so between "
                + $"{Axes.ValuesOf(Layer.SpatialRank)} with contributions there are some without any, which shows as a grid; make the "
                + "Dilation smaller"
        );

    private LayerProblem Multiples =>
        new(
            Rule.Checkerboard,
            null,
            $"its Dilation ({Layer.DilationExtent}) and its stride ({Layer.StrideExtent}) have a divisor in common, so between "
                + $"{Axes.ValuesOf(Layer.SpatialRank)} with contributions there are some without any, which shows as a grid; choose a Dilation "
                + "that has none in common with the stride"
        );

    private static ArgumentChange SetPadding(long padding) =>
        SetOrRemove(nameof(ConvolutionAttribute.Padding), padding);

    private static ArgumentChange SetOutputPadding(long padding) => SetOrRemove(OutputPadding, padding);
}
