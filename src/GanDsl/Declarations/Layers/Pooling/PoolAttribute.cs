namespace GanDsl;

/// <summary>What <see cref="AvgPoolAttribute"/> and <see cref="MaxPoolAttribute"/> share: the windows.</summary>
public abstract class PoolAttribute : LayerAttribute
{
    private int? stride;

    private protected PoolAttribute(int kernelSize) => KernelSize = kernelSize;

    /// <summary>The size of a window in each dimension.</summary>
    public int KernelSize { get; }

    /// <summary>The step from window to window. Default: the size of a window, so that windows do not overlap.</summary>
    public int Stride
    {
        get => stride ?? KernelSize;
        set => stride = value;
    }

    /// <summary>The padding on every side, at most half a window. Default: 0.</summary>
    public int Padding { get; set; }

    /// <summary>Whether a last window that reaches beyond the border counts, too. Default: false.</summary>
    public bool CeilMode { get; set; }

    /// <summary>The distance between the taps of a window.</summary>
    private protected virtual int TapDistance => 1;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, "kernelSize", KernelSize),
            .. ArgumentCheck.AtLeast(1, nameof(Stride), Stride),
            .. ArgumentCheck.AtLeast(0, nameof(Padding), Padding),
            .. Padding <= KernelSize / 2
                ? Array.Empty<LayerProblem>()
                :
                [
                    LayerProblem.InvalidArgument(
                        nameof(Padding),
                        Padding,
                        $"at most half of the kernelSize, {CodeText.Of(KernelSize / 2)}",
                        Mend.Set(Kind, ArgumentChange.Property(nameof(Padding), CodeText.Of(KernelSize / 2)))
                    ),
                ],
        ];

    internal sealed override ShapeResult InferShape(Shape input)
    {
        if (!Axes.AreOf(input))
        {
            return LayerProblem.Rank(Axes.AnyInput, input);
        }

        var axes = AxesOf(input);
        if (axes.Any(axis => axis.OutputSize < 1))
        {
            return new LayerProblem(
                Rule.KernelTooLarge,
                "kernelSize",
                $"its windows of {CodeText.Of(KernelSize)} {Axes.ValuesOf(axes.Count)} in each dimension are larger than its padded input "
                    + $"{input}; make kernelSize smaller"
            );
        }

        return WindowProblem(input, axes) is { } problem
            ? problem
            : new Shape([input[0], .. axes.Select(axis => axis.OutputSize)]);
    }

    internal sealed override IEnumerable<LayerProblem> Remarks(Shape input, Shape output)
    {
        var axes = AxesOf(input);
        long[] dropped = [.. axes.Select(axis => axis.Dropped)];
        long[] steppedOver = [.. axes.Select(axis => axis.SteppedOver)];
        if (dropped.Any(count => count > 0))
        {
            yield return new(
                Rule.DroppedInput,
                null,
                $"its last window ends {Axes.Text(dropped)} before the end of its input {input}, and what lies there never reaches the "
                    + "output; set CeilMode, or change the kernelSize or the Stride",
                Mend.Set(Kind, ArgumentChange.Property(nameof(CeilMode), "true"))
            );
        }
        else if (steppedOver.Any(count => count > 0))
        {
            yield return new(
                Rule.DroppedInput,
                null,
                $"its windows leave out {Axes.Text(steppedOver)} between them of its input {input}, and what lies there never reaches the "
                    + $"output; make the {(KernelSize < Stride ? nameof(Stride) : nameof(MaxPoolAttribute.Dilation))} smaller",
                [.. MendsOfSteps]
            );
        }
    }

    /// <summary>Windows side by side, unless the taps of these fall onto one another; or windows without gaps, where they do.</summary>
    private IEnumerable<Mend> MendsOfSteps =>
        KernelSize >= Stride ? [Mend.Set(Kind, ArgumentChange.Removal(nameof(MaxPoolAttribute.Dilation)))]
        : Taps.SteppedOver(KernelSize, KernelSize, TapDistance) == 0
            ? [Mend.Set(Kind, ArgumentChange.Removal(nameof(Stride)))]
        : Array.Empty<Mend>();

    /// <summary>What is wrong with windows that fit.</summary>
    private protected virtual LayerProblem? WindowProblem(Shape input, IReadOnlyList<PoolAxis> axes) => null;

    /// <summary>The call of a function for one, two or three dimensions; its last arguments at their defaults are left out.</summary>
    private protected string Call(string function, string x, Shape output, params (string Text, bool IsDefault)[] last)
    {
        var rank = output.Rank - 1;
        (string Text, bool IsDefault)[] arguments =
        [
            (Each(Stride, rank), Stride == KernelSize),
            (Each(Padding, rank), Padding == 0),
            .. last,
        ];
        var call = new CallText($"functional.{function}{CodeText.Of(rank)}d").Add(x).Add(Each(KernelSize, rank));
        var count = arguments.Length;
        while (count > 0 && arguments[count - 1].IsDefault)
        {
            count--;
        }

        foreach (var (text, _) in arguments.Take(count))
        {
            call.Add(text);
        }

        return call.ToString();
    }

    /// <summary>The call that adds the node; arguments at their defaults are left out.</summary>
    private protected CallText OnnxCall(string function, string x, Shape input) =>
        new CallText("graph." + function)
            .Add(x)
            .Add(CallText.List(input))
            .Add(KernelSize)
            .AddUnless(KernelSize, "stride", Stride)
            .AddUnless(0, "padding", Padding)
            .AddUnless(false, "ceilMode", CeilMode);

    /// <summary>An argument for all dimensions; functions of volumes take one for each.</summary>
    private protected static string Each(int value, int rank) =>
        rank < 3 ? CodeText.Of(value) : $"[{string.Join(", ", Enumerable.Repeat(CodeText.Of(value), rank))}]";

    /// <summary>The call in Python, where one number holds for all dimensions.</summary>
    private protected PyTorchLayer PyTorchCall(string function, Shape output, Func<PythonCall, PythonCall> last) =>
        PyTorchLayer.Function(
            $"F.{function}{PythonText.Of(output.Rank - 1)}d",
            call =>
                last(
                    call.Add(KernelSize)
                        .AddUnless(KernelSize, "stride", Stride)
                        .AddUnless(0, "padding", Padding)
                        .AddUnless(false, "ceil_mode", CeilMode)
                )
        );

    private IReadOnlyList<PoolAxis> AxesOf(Shape input) =>
        [.. input.Sizes.Skip(1).Select(size => new PoolAxis(size, KernelSize, Stride, Padding, TapDistance, CeilMode))];
}
