using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Walks the layers of a network from its input and asks each for its output shape, its module and its code.</summary>
internal static class NetworkInference
{
    public static InferredNetwork Infer(
        NetworkDeclaration? network,
        NetworkRole role,
        OptimizerAttribute optimizer,
        List<Problem> problems
    )
    {
        var layers = new List<InferredLayer>();
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
                    problems.Add(LayerProblems.ToProblem(role, layers, declared, problem!));
                    break;
                }

                layers.Add(new(declared, shape, layer));
                shape = layer.Output;
            }
        }

        var isComplete =
            network is { IsReadable: true, Layers.Count: > 0 }
            && layers.Count == network.Layers.Count
            && problems.Count == before;
        return new(
            role,
            layers,
            new(
                network is null ? role.Name : Identifier.Escape(network.Symbol.Name),
                network?.Accessibility ?? "public",
                role.Input,
                new(layers.Select(layer => layer.Model)),
                layers.Any(layer => layer.Layer.CouplesExamples),
                layers.Any(layer => layer.NormalizesOneValue),
                optimizer.Construction($"{role.Property}.parameters()", $"Settings.{role.Name}LearningRate"),
                optimizer.LearningRate,
                isComplete
            )
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
        if (Shape.Overflows(output.Sizes) || parameters.Any(parameter => Shape.Overflows(parameter.Sizes)))
        {
            return (
                null,
                new(
                    Rule.SizeOverflows,
                    null,
                    $"its output or a parameter has more than {CodeText.Count(Shape.LargestElementCount)} values for the input {input}; make it smaller"
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
                parameters.Sum(parameter => parameter.ElementCount),
                layer.MultiplyAdds(input, output)
            ),
            null
        );
    }
}
