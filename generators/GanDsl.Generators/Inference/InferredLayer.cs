using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>A layer as declared and what it does to its input.</summary>
internal sealed record InferredLayer(LayerDeclaration Declared, Shape Input, LayerModel Model)
{
    public LayerAttribute Layer => Declared.Layer;

    public Shape Output => Model.Output;

    public bool KeepsShape => Input.Equals(Output);
}
