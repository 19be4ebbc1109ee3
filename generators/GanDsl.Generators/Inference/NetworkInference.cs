using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Infers the layers of a network from its input.</summary>
internal static class NetworkInference
{
    public static InferredNetwork Infer(
        NetworkDeclaration? network,
        NetworkRole role,
        GanDeclaration gan,
        OptimizerAttribute optimizer,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        var stack = new InferredStack([], null);
        var before = problems.Count;
        if (network is not null && role.IsKnown)
        {
            var names = new LayerNames(network.Class.Name, network.Stack, gan.ModuleMembers, problems);
            stack = StackInference.Infer(network.Stack, role.Input, role.InputName, names, gan.Modifiers, cancellation);
            if (stack.Fault is not null)
            {
                problems.Add(LayerProblems.ToProblem(role, stack));
            }
        }

        var isComplete =
            network is { Stack: { IsReadable: true, Parts.Count: > 0 } }
            && stack.Parts.Count == network.Stack.Parts.Count
            && problems.Count == before;
        var layers = stack.Parts.SelectMany(part => part.Layers).ToList();
        return new(
            role,
            stack.Parts,
            new(
                network?.Class.Identifier ?? role.Name,
                network?.Accessibility ?? "public",
                role.Input,
                new(stack.Parts.Select(part => part.Model)),
                layers.Any(layer => layer.Layer.CouplesExamples),
                layers.Any(layer => layer.NormalizesOneValue),
                optimizer.Construction($"{role.Property}.parameters()", $"Settings.{role.Name}LearningRate"),
                optimizer.Description,
                optimizer.LearningRate,
                isComplete
            )
            {
                LearningRateFactor = LearningRateFactor(network, gan),
                GradientNorm = DeclaredTraining<ClipGradientAttribute>(network, gan).FirstOrDefault()?.Norm,
            }
        );
    }

    private static string? LearningRateFactor(NetworkDeclaration? network, GanDeclaration gan)
    {
        var factors = DeclaredTraining<ScheduleAttribute>(network, gan)
            .Select(schedule => schedule.Factor("progress.Step"))
            .ToList();
        return factors.Count == 0 ? null : string.Join(" * ", factors);
    }

    /// <summary>What is declared of a kind about the training of a network: by itself, or else for both.</summary>
    private static IReadOnlyList<T> DeclaredTraining<T>(NetworkDeclaration? network, GanDeclaration gan)
        where T : TrainingAttribute
    {
        var own = (network?.Training ?? []).OfType<T>().ToList();
        return own.Count > 0 ? own : [.. gan.Training.OfType<T>()];
    }
}
