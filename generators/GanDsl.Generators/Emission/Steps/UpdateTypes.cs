using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The record structs of what an update of D and one of G measure.</summary>
internal static class UpdateTypes
{
    /// <summary>Both types.</summary>
    /// <param name="model">The GAN.</param>
    /// <param name="moves">Whether what D measured is moved out of the dispose scope of its step.</param>
    public static string Members(GanModel model, bool moves)
    {
        var names = Parts(model).Select(part => part.Name).ToList();
        var parameters = string.Join(",\n    ", names.Select(name => $"Tensor {name}"));
        var header = $"private readonly record struct DiscriminatorUpdate(\n    {parameters})";
        var moveAll = Code.Lines(names.Select(name => $"{name}.MoveToOuterDisposeScope();"));
        var move = moves
            ? Code.Of(
                $$"""
                /// <summary>Keeps all of it beyond the dispose scope in which it was computed.</summary>
                public void MoveToOuterDisposeScope()
                {
                    {{moveAll}}
                }
                """
            )
            : "";
        var ofDiscriminator = WithBody(header, Code.Paragraphs(OfParts(model, "DiscriminatorUpdate", names), move));
        var namesOfGenerator = PartsOfGenerator(model, "Loss", "FakeLogits").ToList();
        var parametersOfGenerator = string.Join(", ", namesOfGenerator.Select(name => $"Tensor {name}"));
        var ofGenerator = WithBody(
            $"private readonly record struct GeneratorUpdate({parametersOfGenerator})",
            OfParts(model, "GeneratorUpdate", namesOfGenerator)
        );
        return Code.Of(
            $$"""
            /// <summary>What an update of D measured, without graph.</summary>
            {{Emitter.GeneratedCode}}
            {{ofDiscriminator}}

            /// <summary>What an update of G measured, without graph.</summary>
            {{Emitter.GeneratedCode}}
            {{ofGenerator}}
            """
        );
    }

    private static string WithBody(string header, string members) =>
        members.Length == 0
            ? header + ";"
            : Code.Of(
                $$"""
                {{header}}
                {
                    {{members}}
                }
                """
            );

    /// <summary>The method that puts the parts of a minibatch together: logits one after the other, and the mean of what is a mean.</summary>
    private static string OfParts(GanModel model, string type, IReadOnlyList<string> names)
    {
        if (!model.AccumulatesGradients)
        {
            return "";
        }

        var values = string.Join(
            ",\n",
            names.Select(name =>
                name.EndsWith("Logits", StringComparison.Ordinal)
                    ? $"cat([.. parts.Select(part => part.{name})], 0)"
                    : $"stack([.. parts.Select(part => part.{name})]).mean()"
            )
        );
        return Code.Of(
            $$"""
            /// <summary>What was measured on the whole minibatch.</summary>
            public static {{type}} OfParts(IReadOnlyList<{{type}}> parts) =>
                new(
                    {{values}});
            """
        );
    }

    /// <summary>The expression that creates what an update of D measured.</summary>
    /// <param name="model">The GAN.</param>
    /// <param name="loss">The variable of the loss.</param>
    /// <param name="result">Takes a variable out of the graph.</param>
    public static string OfDiscriminator(GanModel model, string loss, Func<string, string> result)
    {
        var variables = Parts(model).Select(part => part.Variable).Skip(1).Prepend(loss);
        return $"new DiscriminatorUpdate(\n    {string.Join(",\n    ", variables.Select(result))})";
    }

    /// <summary>The expression that creates what an update of G measured.</summary>
    /// <param name="model">The GAN.</param>
    /// <param name="loss">The variable of the loss.</param>
    /// <param name="result">Takes a variable out of the graph.</param>
    public static string OfGenerator(GanModel model, string loss, Func<string, string> result)
    {
        var results = PartsOfGenerator(model, loss, "fakeLogits").Select(result).ToList();
        return results.Count == 1
            ? $"new GeneratorUpdate({results[0]})"
            : $"new GeneratorUpdate(\n    {string.Join(",\n    ", results)})";
    }

    private static IEnumerable<string> PartsOfGenerator(GanModel model, string loss, string fakeLogits) =>
        Measurements.ReadLogitsOfGenerator(model) ? [loss, fakeLogits] : [loss];

    private static IEnumerable<(string Name, string Variable)> Parts(GanModel model)
    {
        yield return ("Loss", "loss");
        yield return ("RealLogits", "realLogits");
        yield return ("FakeLogits", "fakeLogits");
        if (model.Discriminator.Classifier is not null)
        {
            yield return ("ClassificationLoss", "classificationLoss");
        }

        foreach (var penalty in model.Penalties)
        {
            yield return (penalty.Name, penalty.Variable);
        }
    }
}
