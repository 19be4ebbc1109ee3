namespace GanDsl;

/// <summary>The rules of <see cref="Conv1dAttribute"/>, <see cref="Conv2dAttribute"/> and <see cref="Conv3dAttribute"/>.</summary>
internal sealed class ForwardConvolution : ConvolutionRule
{
    private const string SamePadding = nameof(Conv2dAttribute.SamePadding);

    private readonly bool isSame;
    private readonly PaddingMode mode;

    public ForwardConvolution(ConvolutionAttribute layer, bool isSame, PaddingMode mode)
        : base(layer)
    {
        this.isSame = isSame;
        this.mode = mode;
    }

    public override int OutputDimension => 0;

    public override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.Defined(nameof(PaddingMode), mode),
            .. isSame && !(Layer.StrideExtent.IsEach(1) && Layer.PaddingExtent.IsEach(0))
                ?
                [
                    LayerProblem.InvalidArgument(
                        SamePadding,
                        true,
                        "used with a stride of 1 and without Padding",
                        Mend.Set(Layer.Kind, ArgumentChange.Removal(SamePadding))
                    ),
                ]
                : Array.Empty<LayerProblem>(),
        ];

    public override ShapeResult InferShape(Shape input)
    {
        if (PaddingProblem(input) is { } problem)
        {
            return problem;
        }

        var axes = AxesOf(input);
        if (axes.Any(axis => axis.Overflows))
        {
            return TooManyValues(input);
        }

        if (StrideProblem(input[0], "an input") is { } strideProblem)
        {
            return strideProblem;
        }

        if (isSame)
        {
            return input.WithFirst(Layer.OutChannels);
        }

        return axes.All(axis => axis.OutputSize >= 1)
            ? new Shape([Layer.OutChannels, .. axes.Select(axis => axis.OutputSize)])
            : KernelTooLarge(input, axes.Min(axis => axis.LargestKernel));
    }

    public override IEnumerable<LayerProblem> Remarks(Shape input, Shape output)
    {
        if (isSame)
        {
            yield break;
        }

        var axes = AxesOf(input);
        var isCircular = mode == PaddingMode.Circular;
        long[] dropped = [.. axes.Select(axis => axis.Dropped(isCircular))];
        long[] steppedOver = [.. axes.Select(axis => axis.SteppedOver)];
        if (dropped.Any(count => count > 0))
        {
            var isMechanical =
                dropped.All(count => count == dropped[0]) && Layer.HasKernelSize && Layer.DilationExtent.IsEach(1);
            yield return Dropped(
                $"its last step ends {Axes.Text(dropped)} before the end of its input {input}",
                "change the kernel, the Padding or the Stride",
                isMechanical ? [Mend.Set(Layer.Kind, SetKernel(Layer.KernelExtent[0] + dropped[0]))] : []
            );
        }
        else if (steppedOver.Any(count => count > 0))
        {
            yield return Dropped(
                $"each step leaves out {Axes.Text(steppedOver)} of its input {input}",
                axes.All(axis => axis.SteppedOver == 0 || axis.StepsOntoItsTaps)
                        ? "choose a Dilation that has no divisor in common with the stride"
                    : Layer.DilationExtent.IsEach(1) ? "make the kernel larger or the Stride smaller"
                    : "make the kernel as large as the Stride, with a Dilation that has no divisor in common with it",
                []
            );
        }
    }

    public override void AddArguments(CallText call)
    {
        var (kernel, stride) = (Layer.KernelExtent, Layer.StrideExtent);
        var (padding, dilation) = (Layer.PaddingExtent, Layer.DilationExtent);
        var asNumbers = new[] { kernel, stride, padding, dilation }.All(extent => extent.IsSquare);
        call.Add(kernel.Argument(asNumbers));
        if (isSame && !IsPaddedBefore)
        {
            call.Add("Padding.Same");
        }

        call.AddUnless(stride.IsEach(1), "stride", stride.Argument(asNumbers))
            .AddUnless(padding.IsEach(0) || IsPaddedBefore, "padding", padding.Argument(asNumbers))
            .AddUnless(dilation.IsEach(1), "dilation", dilation.Argument(asNumbers))
            .AddUnless(mode == PaddingMode.Zeros || IsPaddedBefore, "padding_mode", "PaddingModes." + mode);
    }

    public override string Forward(string x, string module, Shape output) =>
        base.Forward(PaddedBefore(x), module, output);

    public override string ForwardInBFloat16(string x, string module, Shape output) =>
        base.ForwardInBFloat16(PaddedBefore(x), module, output);

    /// <summary>ONNX has no padding modes in a convolution, but takes borders of zeros that are uneven.</summary>
    public override string Onnx(string x, string module)
    {
        var pads =
            $"[{string.Join(", ", Borders.Select(border => border / 2).Concat(Borders.Select(border => (border + 1) / 2)).Select(CodeText.Of))}]";
        var isPadded = Borders.Any(border => border > 0);
        var padded = isPadded && mode != PaddingMode.Zeros ? $"graph.Pad({x}, PaddingMode.{mode}, {pads})" : x;
        return OnnxCall("Conv", padded, module)
            .AddUnless(!isPadded || mode != PaddingMode.Zeros, "pads", pads)
            .AddUnless(Layer.DilationExtent.IsEach(1), "dilations", Layer.DilationExtent.List)
            .AddUnless(1, "group", Layer.Groups)
            .ToString();
    }

    private string PaddedBefore(string x)
    {
        if (!IsPaddedBefore)
        {
            return x;
        }

        // From the last dimension to the first; of an odd number of values the larger half goes to the end.
        var borders = Borders.Reverse().Select(border => $"{CodeText.Of(border / 2)}, {CodeText.Of((border + 1) / 2)}");
        return new CallText("functional.pad")
            .Add(x)
            .Add($"[{string.Join(", ", borders)}]")
            .AddUnless(mode == PaddingMode.Zeros, "mode", "PaddingModes." + mode)
            .ToString();
    }

    public override string? Explanation =>
        !IsPaddedBefore ? null
        : !isSame
            ? "Padded before: libtorch's own padding gives a wrong gradient where it is wider than the stride along the depth."
        : mode == PaddingMode.Zeros
            ? "Padded before: with Padding.Same, libtorch makes the same copy for an uneven border and prints a warning."
        : "Padded before: with Padding.Same, TorchSharp's module gives the borders of an oblong kernel to the wrong dimensions.";

    public override PyTorchLayer PyTorch(Func<PythonCall, PythonCall> lastArguments, Shape input, Shape output)
    {
        var (stride, dilation, padding) = (Layer.StrideExtent, Layer.DilationExtent, Layer.PaddingExtent);
        var isPaddedBefore = HasUnsafeBorder && mode == PaddingMode.Zeros;
        var module = PyTorchModule(input)
            .AddUnless(stride.IsEach(1), "stride", PythonText.Of(stride))
            .AddUnless(!isSame, "padding", PythonText.Of("same"))
            .AddUnless(padding.IsEach(0) || isPaddedBefore, "padding", PythonText.Of(padding))
            .AddUnless(dilation.IsEach(1), "dilation", PythonText.Of(dilation));
        lastArguments(module)
            .AddUnless(mode == PaddingMode.Zeros, "padding_mode", PythonText.Of(mode.ToString().ToLowerInvariant()));
        if (!isPaddedBefore)
        {
            return PyTorchLayer.Module(module);
        }

        var borders = PythonText.Tuple(padding.Sizes.Reverse().SelectMany(border => new long[] { border, border }));
        return PyTorchLayer.Module(module, (x, conv) => $"{conv}(F.pad({x}, {borders}))");
    }

    public override long[] WeightChannels(Shape input) => [Layer.OutChannels, input[0] / Layer.Groups];

    public override long[] Products(Shape input, Shape output) => [output.ElementCount, input[0] / Layer.Groups];

    private IReadOnlyList<ConvolutionAxis> AxesOf(Shape input) =>
        [
            .. WidestPadding.Select(
                (padding, axis) =>
                    new ConvolutionAxis(
                        input[axis + 1],
                        Layer.KernelExtent[axis],
                        Layer.StrideExtent[axis],
                        padding,
                        Layer.DilationExtent[axis]
                    )
            ),
        ];

    private static LayerProblem Dropped(string what, string advice, Mend[] mends) =>
        new(Rule.DroppedInput, null, $"{what}, and what lies there never reaches the output; {advice}", mends);

    private LayerProblem KernelTooLarge(Shape input, long largest) =>
        new(
            Rule.KernelTooLarge,
            "kernelSize",
            $"its kernel of {Layer.KernelExtent.Product} {Axes.ValuesOf(Layer.SpatialRank)} is larger than its padded input {input}; "
                + (Layer.AdviceOnChannels(input) ?? "make the kernel or the Dilation smaller or the Padding larger"),
            largest >= 1 && Layer.HasKernelSize ? [Mend.Set(Layer.Kind, SetKernel(largest))] : []
        );

    /// <summary>A border that is written out before the convolution takes memory; made of the input it cannot be wider than what it mirrors.</summary>
    private LayerProblem? PaddingProblem(Shape input)
    {
        if (mode == PaddingMode.Zeros && !IsPaddedBefore)
        {
            return null;
        }

        var padding = WidestPadding;
        var spare = mode == PaddingMode.Reflect ? 1 : 0;
        long[] widest = [.. input.Sizes.Skip(1).Select(size => size - spare)];
        if (
            mode is PaddingMode.Reflect or PaddingMode.Circular
            && padding.Zip(widest, (found, most) => found > most).Any(isWider => isWider)
        )
        {
            return new(
                Rule.PaddingTooWide,
                nameof(ConvolutionAttribute.Padding),
                $"its padding of {Product(padding)} {Axes.ValuesOf(Layer.SpatialRank)} is too wide for PaddingMode.{mode} on the input "
                    + $"{input}; use at most {Product(widest)}",
                Mend.Set(Layer.Kind, ArgumentChange.Removal(nameof(PaddingMode)))
            );
        }

        return Shape.Overflows([input[0], .. padding.Select((border, axis) => input[axis + 1] + (2 * border))])
            ? new(
                Rule.SizeOverflows,
                nameof(ConvolutionAttribute.Padding),
                $"the border written out, its input {input} has more than {CodeText.Count(Shape.LargestElementCount)} values per example; make the Padding smaller"
            )
            : null;
    }

    private static string Product(IEnumerable<long> sizes) => string.Join(" × ", sizes.Select(CodeText.Of));

    /// <summary>The padding of each dimension, on its larger side where <see cref="SamePadding"/> makes the sides differ.</summary>
    private long[] WidestPadding =>
        [.. Layer.PaddingExtent.Sizes.Select((padding, axis) => isSame ? (SameBorders[axis] + 1) / 2 : (long)padding)];

    /// <summary>The values that are added to each dimension, at both of its ends together.</summary>
    private IReadOnlyList<long> Borders =>
        isSame ? SameBorders : [.. Layer.PaddingExtent.Sizes.Select(padding => 2L * padding)];

    /// <summary>The values that <see cref="SamePadding"/> adds to each dimension, at both of its ends together.</summary>
    private IReadOnlyList<long> SameBorders =>
        [.. Layer.KernelExtent.Sizes.Select((kernel, axis) => (long)Layer.DilationExtent[axis] * (kernel - 1))];

    /// <summary>
    /// Whether the emitted code pads the input itself, because TorchSharp's <c>Padding.Same</c> would do it wrongly or with a warning, or
    /// because of <see cref="ConvolutionRule.HasUnsafeBorder"/>.
    /// </summary>
    private bool IsPaddedBefore =>
        mode == PaddingMode.Zeros
            ? HasUnsafeBorder || (isSame && SameBorders.Any(border => border % 2 != 0))
            : isSame && SameBorders.Any(border => border != SameBorders[0]);
}
