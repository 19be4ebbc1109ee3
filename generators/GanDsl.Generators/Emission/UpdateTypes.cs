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
        var ofDiscriminator = moves
            ? Code.Of(
                $$"""
                {{header}}
                {
                    /// <summary>Keeps all of it beyond the dispose scope in which it was computed.</summary>
                    public void MoveToOuterDisposeScope()
                    {
                        {{moveAll}}
                    }
                }
                """
            )
            : header + ";";
        return Code.Of(
            $$"""
            /// <summary>What an update of D measured, without graph.</summary>
            {{Emitter.GeneratedCode}}
            {{ofDiscriminator}}

            /// <summary>What an update of G measured, without graph.</summary>
            {{Emitter.GeneratedCode}}
            private readonly record struct GeneratorUpdate(Tensor Loss, Tensor FakeLogits);
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
