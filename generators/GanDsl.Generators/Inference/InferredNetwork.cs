using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>A network and the layers that it was inferred from.</summary>
/// <param name="Role">What is fixed about it.</param>
/// <param name="Layers">Its layers; up to the first one at fault where there is one.</param>
/// <param name="Model">What to emit.</param>
internal sealed record InferredNetwork(NetworkRole Role, IReadOnlyList<InferredLayer> Layers, NetworkModel Model)
{
    /// <summary>The problem of one of its layers, with the shapes around it.</summary>
    public Problem ProblemOf(InferredLayer layer, LayerProblem problem) =>
        LayerProblems.ToProblem(Role, Layers, layer.Declared, problem);
}
