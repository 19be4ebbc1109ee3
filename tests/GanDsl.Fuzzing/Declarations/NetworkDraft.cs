using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Optimizers;
using GanDsl.Fuzzing.Structure;

namespace GanDsl.Fuzzing.Declarations;

/// <summary>A declared network.</summary>
internal sealed record NetworkDraft(
    string Marker,
    IReadOnlyList<FuzzedLayer> Layers,
    IReadOnlyList<FuzzedOptimizer> Optimizers,
    IReadOnlyList<FuzzedModifier> Modifiers
)
{
    public string Text =>
        string.Concat(
            Optimizers
                .Select(optimizer => optimizer.Attribute)
                .Prepend(Marker)
                .Concat(Modifiers.Select(modifier => modifier.Attribute))
                .Concat(Layers.SelectMany(layer => layer.Attributes))
                .Select(attribute => $"    [{attribute}]\n")
        ) + $"    public partial class {Marker};\n";
}
