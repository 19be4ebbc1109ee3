using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>The use of a block and what it does to its input.</summary>
/// <param name="Use">The use as declared.</param>
/// <param name="Input">The shape of its input.</param>
/// <param name="Model">Its code.</param>
/// <param name="Parts">The layers and blocks in it.</param>
/// <param name="Shortcut">What the input goes through before it is added, if anything.</param>
internal sealed record InferredBlock(
    BlockUse Use,
    Shape Input,
    LayerModel Model,
    IReadOnlyList<InferredPart> Parts,
    InferredBlock? Shortcut
) : InferredPart(Use, Input, Model)
{
    public bool IsResidual => Use.Block.IsResidual;

    public override IEnumerable<InferredLayer> Layers =>
        Parts.SelectMany(part => part.Layers).Concat(Shortcut?.Layers ?? []);

    public override IEnumerable<InferredLayer> First => IsResidual ? [] : Parts[0].First;

    public override IEnumerable<InferredLayer> Last => Parts[Parts.Count - 1].Last.Concat(Shortcut?.Last ?? []);

    public override bool EndsInSum => IsResidual || Parts[Parts.Count - 1].EndsInSum;

    public override Interval OutputRange(Interval input)
    {
        var range = Parts.Aggregate(input, (before, part) => part.OutputRange(before));
        return IsResidual ? range.Plus(Shortcut?.OutputRange(input) ?? input) : range;
    }
}
