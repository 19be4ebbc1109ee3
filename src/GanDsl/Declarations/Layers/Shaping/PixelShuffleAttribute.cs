namespace GanDsl;

/// <summary>
/// Turns r² channels into squares of r × r pixels: an image that is r times as high and wide. Paper: Shi et al. 2016.
/// PyTorch: <c>torch.nn.PixelShuffle</c>.
/// </summary>
/// <remarks>Input: <c>[N, C·r², H, W]</c>. Output: <c>[N, C, H·r, W·r]</c>.</remarks>
/// <param name="upscaleFactor">r, by which height and width grow.</param>
public sealed class PixelShuffleAttribute(int upscaleFactor) : LayerAttribute
{
    /// <summary>r, by which height and width grow.</summary>
    public int UpscaleFactor { get; } = upscaleFactor;

    internal override LayerPrecision Precision => LayerPrecision.Input;

    internal override bool OnlyRearranges => true;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        ArgumentCheck.AtLeast(1, "upscaleFactor", UpscaleFactor);

    internal override ShapeResult InferShape(Shape input)
    {
        if (input.Rank != 3)
        {
            return LayerProblem.Rank("[N, C, H, W]", input);
        }

        var square = (long)UpscaleFactor * UpscaleFactor;
        var rounded = (input[0] + square - 1) / square * square;
        return input[0] % square == 0
            ? new Shape(input[0] / square, input[1] * UpscaleFactor, input[2] * UpscaleFactor)
            : new LayerProblem(
                Rule.ElementCountChanges,
                "upscaleFactor",
                $"it makes squares of {CodeText.Count(square)} channels, but its input {input} has {CodeText.Count(input[0], "channel")}; "
                    + $"make them a multiple of {CodeText.Count(square)}"
            )
            {
                NeededInput =
                    rounded > int.MaxValue || Shape.Overflows([rounded, input[1], input[2]])
                        ? null
                        : input.WithFirst(rounded),
            };
    }

    internal override Interval OutputRange(Interval input) => input;

    internal override string Forward(string x, string module, Shape output) =>
        $"functional.pixel_shuffle({x}, {CodeText.Of(UpscaleFactor)})";

    internal override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.DepthToSpace({x}, {CodeText.Of(UpscaleFactor)})";

    internal override PyTorchLayer PyTorch(Shape input, Shape output) =>
        PyTorchLayer.Function("F.pixel_shuffle", call => call.Add(UpscaleFactor));
}
