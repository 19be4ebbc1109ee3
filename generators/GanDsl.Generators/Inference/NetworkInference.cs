using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Walks the layers of a network from its input and asks each for its output shape, its module and its code.</summary>
internal static class NetworkInference
{
    /// <summary>Above this no tensor of one example is addressable with the 32-bit sizes of the kernels below.</summary>
    private const double LargestElementCount = int.MaxValue;

    public static NetworkModel Infer(
        NetworkDeclaration? network,
        NetworkRole role,
        OptimizerAttribute optimizer,
        List<Problem> problems
    )
    {
        var layers = new List<LayerModel>();
        var couplesExamples = false;
        var shape = role.Input;
        var before = problems.Count;
        if (network is not null && role.IsKnown)
        {
            var names = new LayerNames(network, problems);
            foreach (var declared in network.Layers)
            {
                var variable = layers.Count == 0 ? role.InputName : "x";
                var (layer, problem) = Apply(declared, shape, variable, names);
                if (layer is null)
                {
                    problems.Add(ToProblem(declared, problem!, role, layers));
                    break;
                }

                layers.Add(layer);
                couplesExamples |= declared.Layer.CouplesExamples;
                shape = layer.Output;
            }
        }

        return new(
            network is null ? role.Name : Identifier.Escape(network.Symbol.Name),
            network?.Accessibility ?? "public",
            role.Input,
            new(layers),
            couplesExamples,
            optimizer.Construction($"{role.Property}.parameters()", $"Settings.{role.Name}LearningRate"),
            optimizer.LearningRate,
            network is not null
                && network.Layers.Count > 0
                && layers.Count == network.Layers.Count
                && problems.Count == before
        );
    }

    private static (LayerModel? Layer, LayerProblem? Problem) Apply(
        LayerDeclaration declared,
        Shape input,
        string variable,
        LayerNames names
    )
    {
        var layer = declared.Layer;
        if (layer.ArgumentProblems().FirstOrDefault() is { } argumentProblem)
        {
            return (null, argumentProblem);
        }

        var result = layer.InferShape(input);
        if (result.Shape is not { } output)
        {
            return (null, result.Problem);
        }

        var parameters = layer.Parameters(input);
        if (SizeOverflows(output.Sizes) || parameters.Any(parameter => SizeOverflows(parameter.Sizes)))
        {
            return (
                null,
                new(
                    Rule.SizeOverflows,
                    null,
                    $"its output or a parameter has more than {CodeText.Count(int.MaxValue)} values for the input {input}; make it smaller"
                )
            );
        }

        var module = layer.Module(input);
        var name = module is null ? null : names.NameOf(declared);
        return (
            new(
                layer.Kind,
                name,
                declared.Stage,
                module?.Type,
                module?.Construction,
                layer.Forward(variable, name ?? "", output),
                output,
                parameters.Sum(parameter => parameter.ElementCount)
            ),
            null
        );
    }

    private static bool SizeOverflows(IEnumerable<long> sizes) =>
        sizes.Aggregate(1.0, (product, size) => product * size) > LargestElementCount;

    private static Problem ToProblem(
        LayerDeclaration declared,
        LayerProblem problem,
        NetworkRole role,
        IReadOnlyList<LayerModel> before
    ) =>
        new(
            problem.Rule,
            declared.LocationOf(problem.Argument),
            $"{declared.Text}: {problem.Message}. {ShapeChain.Of(role.InputName, role.Input, before)}"
        );
}
