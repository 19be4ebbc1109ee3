using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Turns the problem of a layer into a sentence at the place where it stands.</summary>
internal static class LayerProblems
{
    /// <summary>The problem that stopped the inference of a network.</summary>
    public static Problem ToProblem(NetworkRole role, InferredStack stack)
    {
        var fault = stack.Fault!;
        return ToProblem(stack.Parts, fault.Culprit, fault.Problem, ShapeChain.Of(role, stack));
    }

    /// <summary>The problem of a layer or block in a network whose shapes are known.</summary>
    public static Problem ToProblem(
        NetworkRole role,
        IReadOnlyList<InferredPart> parts,
        PartDeclaration fault,
        LayerProblem problem
    ) => ToProblem(parts, fault, problem, ShapeChain.Of(role, parts, fault));

    private static Problem ToProblem(
        IReadOnlyList<InferredPart> before,
        PartDeclaration fault,
        LayerProblem problem,
        string shapes
    ) =>
        new(problem.Rule, fault.LocationOf(problem.Argument), $"{fault.Text}: {problem.Message}. {shapes}")
        {
            Mends =
            [
                .. fault.Placed(problem.Mends),
                .. fault.Within is null ? MendBefore(before, problem.NeededInput) : [],
            ],
        };

    /// <summary>The mend of the layer that decides the shape of the last output, where one of its arguments gives the wanted one.</summary>
    private static IEnumerable<PlacedMend> MendBefore(IReadOnlyList<InferredPart> parts, Shape? wanted) =>
        wanted is not null
        && parts.LastOrDefault(part => !part.KeepsShape) is InferredLayer decisive
        && decisive.Layer.MendOutput(decisive.Output, wanted) is { } mend
            ? decisive.Declared.Placed([mend])
            : [];
}
