using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>A layer as declared and what it does to its input.</summary>
internal sealed record InferredLayer(LayerDeclaration Declared, Shape Input, LayerModel Model)
{
    public LayerAttribute Layer => Declared.Layer;

    public Shape Output => Model.Output;

    public bool KeepsShape => Input.Equals(Output);

    /// <summary>Whether each channel has one value per example, so that its variance over a minibatch of one is zero.</summary>
    public bool NormalizesOneValue =>
        Layer is { IsNormalization: true, CouplesExamples: true } && Input.ElementCount == Input[0];
}
