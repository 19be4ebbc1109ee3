namespace GanDsl;

/// <summary>Enlarges signals, images or volumes by a factor. PyTorch: <c>torch.nn.Upsample</c>.</summary>
/// <remarks>
/// Input: <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>. Output: as many channels, with L' = ⌊L·scaleFactor⌋ and likewise
/// for the other dimensions. Before a convolution it is the remedy of Odena et al. 2016 against checkerboards.
/// </remarks>
/// <param name="scaleFactor">The factor of each dimension.</param>
public sealed class UpsampleAttribute(double scaleFactor) : LayerAttribute
{
    /// <summary>The factor of each dimension.</summary>
    public double ScaleFactor { get; } = scaleFactor;

    /// <summary>How values between those of the input are found. Default: the nearest value.</summary>
    public UpsampleMode Mode { get; set; }

    /// <summary>Whether the values in the corners stay where they are; not for the nearest value. Default: false.</summary>
    public bool AlignCorners { get; set; }

    internal override LayerPrecision Precision =>
        Mode == UpsampleMode.Nearest ? LayerPrecision.Input : LayerPrecision.Float32;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.Positive("scaleFactor", ScaleFactor),
            .. ArgumentCheck.Defined(nameof(Mode), Mode),
            .. AlignCorners && Mode == UpsampleMode.Nearest
                ?
                [
                    LayerProblem.InvalidArgument(
                        nameof(AlignCorners),
                        true,
                        "false for the nearest value, which has no corners between values",
                        Mend.Set(Kind, ArgumentChange.Removal(nameof(AlignCorners)))
                    ),
                ]
                : Array.Empty<LayerProblem>(),
        ];

    internal override ShapeResult InferShape(Shape input)
    {
        var needed = Mode switch
        {
            UpsampleMode.Linear => 1,
            UpsampleMode.Bilinear or UpsampleMode.Bicubic => 2,
            UpsampleMode.Trilinear => 3,
            _ => input.Rank - 1,
        };
        if (!Axes.AreOf(input) || needed != input.Rank - 1)
        {
            return Axes.AreOf(input)
                ? new LayerProblem(
                    Rule.InputRank,
                    nameof(Mode),
                    $"UpsampleMode.{Mode} takes {Axes.InputOf(needed)}, but its input is {input}; use UpsampleMode.{LinearOf(input)}",
                    Mend.Set(Kind, ArgumentChange.Property(nameof(Mode), $"UpsampleMode.{LinearOf(input)}"))
                )
                : LayerProblem.Rank(Mode == UpsampleMode.Nearest ? Axes.AnyInput : Axes.InputOf(needed), input);
        }

        double[] sizes = [.. input.Sizes.Skip(1).Select(size => Math.Floor(size * ScaleFactor))];
        return sizes.Any(size => size > Shape.LargestElementCount)
                ? new LayerProblem(
                    Rule.SizeOverflows,
                    "scaleFactor",
                    $"its output has more than {CodeText.Count(Shape.LargestElementCount)} values for the input {input}; make it smaller"
                )
            : sizes.All(size => size >= 1) ? new Shape([input[0], .. sizes.Select(size => (long)size)])
            : new LayerProblem(
                Rule.SizeReachesZero,
                "scaleFactor",
                $"its output would have no {Axes.ValuesOf(input.Rank - 1)} for the input {input}; make the scaleFactor larger"
            );
    }

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        ScaleFactor > 1
            ? []
            :
            [
                LayerProblem.UnusualArgument(
                    "scaleFactor",
                    ScaleFactor,
                    "above 1",
                    "it is meant to enlarge its input; AvgPool makes it smaller",
                    Mend.Set(Kind, ArgumentChange.Parameter("scaleFactor", 0, "2"))
                ),
            ];

    /// <summary>Cubic curves swing beyond the values that they join.</summary>
    internal override Interval OutputRange(Interval input) =>
        Mode == UpsampleMode.Bicubic ? input.WithoutBounds : input;

    internal override string Forward(string x, string module, Shape output)
    {
        var factors = string.Join(", ", Enumerable.Repeat(CodeText.Of(ScaleFactor), output.Rank - 1));
        return new CallText("functional.interpolate")
            .Add(x)
            .Add($"scale_factor: [{factors}]")
            .AddUnless(Mode == UpsampleMode.Nearest, "mode", "InterpolationMode." + Mode)
            // Stated at its default, too: libtorch prints a warning where it is not.
            .AddUnless(Mode == UpsampleMode.Nearest, "align_corners", CodeText.Of(AlignCorners))
            .ToString();
    }

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        new CallText("graph.Resize")
            .Add(x)
            .Add(CallText.List(input))
            .Add(CodeText.Of(ScaleFactor))
            .AddUnless(Mode == UpsampleMode.Nearest, "mode", "UpsampleMode." + Mode)
            .AddUnless(false, "alignCorners", AlignCorners)
            .ToString();

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function(
            "F.interpolate",
            call =>
                call.Add($"scale_factor={PythonText.Of(ScaleFactor)}")
                    .AddUnless(Mode == UpsampleMode.Nearest, "mode", PythonText.Of(Mode.ToString().ToLowerInvariant()))
                    .AddUnless(false, "align_corners", AlignCorners)
        );

    private static UpsampleMode LinearOf(Shape input) =>
        input.Rank switch
        {
            2 => UpsampleMode.Linear,
            3 => UpsampleMode.Bilinear,
            _ => UpsampleMode.Trilinear,
        };
}
