using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>A network and what it was inferred from.</summary>
/// <param name="Role">What is fixed about it.</param>
/// <param name="Parts">Its layers and blocks; up to the first one at fault where there is one.</param>
/// <param name="Model">What to emit.</param>
internal sealed record InferredNetwork(NetworkRole Role, IReadOnlyList<InferredPart> Parts, NetworkModel Model)
{
    /// <summary>Its layers, those in blocks among them, in the order of the source.</summary>
    public IReadOnlyList<InferredLayer> Layers { get; } = [.. Parts.SelectMany(part => part.Layers)];

    /// <summary>The layers at its start of which each takes what the one before it gives and nothing else does.</summary>
    public IEnumerable<InferredLayer> FirstLayers => StackOrder.Start(Parts);

    /// <summary>The layers at its end, the last one first, of which each gives what the one behind it takes and nothing is added.</summary>
    public IEnumerable<InferredLayer> LastLayers => StackOrder.End(Parts);

    /// <summary>The pairs of layers of which the second takes what the first gives, and the first gives to nobody else.</summary>
    public IEnumerable<LayerPair> Pairs => StackOrder.Pairs(Parts);

    /// <summary>The problem of one of its layers or blocks, with the shapes around it.</summary>
    public Problem ProblemOf(InferredPart part, LayerProblem problem) =>
        LayerProblems.ToProblem(Role, Parts, part.Declared, problem);
}
