using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Optimizers;

namespace GanDsl.Fuzzing.Declarations;

/// <summary>A declared network.</summary>
internal sealed record NetworkDraft(
    string Marker,
    IReadOnlyList<FuzzedLayer> Layers,
    IReadOnlyList<FuzzedOptimizer> Optimizers
)
{
    public string Text =>
        string.Concat(
            Optimizers
                .Select(optimizer => optimizer.Attribute)
                .Prepend(Marker)
                .Concat(Layers.Select(layer => layer.Attribute))
                .Select(attribute => $"    [{attribute}]\n")
        ) + $"    public partial class {Marker};\n";
}
