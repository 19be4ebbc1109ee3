using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>A layer as declared and what it does to its input.</summary>
/// <param name="Declaration">The layer as declared.</param>
/// <param name="Input">The shape of its input.</param>
/// <param name="Model">Its code.</param>
/// <param name="Modifiers">What is declared of it, from the GAN's down to its own.</param>
internal sealed record InferredLayer(LayerDeclaration Declaration, Shape Input, LayerModel Model, Modifiers Modifiers)
    : InferredPart(Declaration, Input, Model)
{
    public LayerAttribute Layer => Declaration.Layer;

    /// <summary>Whether each channel has one value per example, so that its variance over a minibatch of one is zero.</summary>
    public bool NormalizesOneValue =>
        Layer is { IsNormalization: true, CouplesExamples: true } && Input.ElementCount == Input[0];

    public override IEnumerable<InferredLayer> Layers => [this];

    public override IEnumerable<InferredLayer> First => [this];

    public override IEnumerable<InferredLayer> Last => [this];

    public override bool EndsInSum => false;

    public override Interval OutputRange(Interval input) => Layer.OutputRange(input);
}
