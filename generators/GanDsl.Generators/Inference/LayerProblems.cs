using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Turns the problem of a layer into a sentence at the place where it stands.</summary>
internal static class LayerProblems
{
    /// <param name="role">The network.</param>
    /// <param name="layers">The layers whose shapes are known.</param>
    /// <param name="fault">The layer at fault.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static Problem ToProblem(
        NetworkRole role,
        IReadOnlyList<InferredLayer> layers,
        LayerDeclaration fault,
        LayerProblem problem
    )
    {
        var target = fault.Syntax.GetLocation();
        var mends = problem.Mends.Select(mend => new PlacedMend(mend, target));
        return new(
            problem.Rule,
            fault.LocationOf(problem.Argument),
            $"{fault.Text}: {problem.Message}. {ShapeChain.Of(role, layers, fault)}"
        )
        {
            Mends = [.. mends.Concat(MendBefore(layers, problem.NeededInput))],
        };
    }

    /// <summary>The mend of the layer that decides the shape of the last output, where one of its arguments gives the wanted one.</summary>
    public static IEnumerable<PlacedMend> MendBefore(IReadOnlyList<InferredLayer> layers, Shape? wanted)
    {
        var decisive = layers.LastOrDefault(layer => !layer.KeepsShape);
        return wanted is not null && decisive?.Layer.MendOutput(decisive.Output, wanted) is { } mend
            ? [new(mend, decisive.Declared.Syntax.GetLocation())]
            : [];
    }
}
