using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>
/// The calls of the two networks, with labels where a network reads them, and the methods that they go through: what runs a network
/// does so in the precision of the options.
/// </summary>
internal static class NetworkCalls
{
    public static string Generate(GanModel model, string latents, string labels) =>
        $"Generate({Arguments(model.Generator, latents, labels)})";

    public static string Judge(GanModel model, string examples, string labels) =>
        $"Judge({Arguments(model.Discriminator, examples, labels)})";

    public static string Classify(GanModel model, string examples, string labels) =>
        $"Classify({Arguments(model.Discriminator, examples, labels)})";

    /// <summary>The private methods.</summary>
    public static string Members(GanModel model)
    {
        var (generator, discriminator) = (model.Generator, model.Discriminator);
        var judged = model.JudgedNoun;
        var members = new List<string>
        {
            $"""
                /// <summary>Runs G in the precision of the options; the {model.Data.Noun} have the type of its parameters.</summary>
                private Tensor Generate({StackWriter.Parameters("latents", generator.ReadsLabels)}) =>
                    precision.Run(() => G.call({Arguments(generator, "latents", "labels")}));
                """,
        };
        if (discriminator.Classifier is null || model.Penalties.Count > 0 || model.LossDefinition.GeneratorSeesReal)
        {
            members.Add(
                $"""
                /// <summary>Runs D in the precision of the options; the logits have the type of its parameters.</summary>
                private Tensor Judge({StackWriter.Parameters(judged, discriminator.ReadsLabels)}) =>
                    precision.Run(() => D.call({Arguments(discriminator, judged, "labels")}));
                """
            );
        }

        if (discriminator.Classifier is not null)
        {
            members.Add(
                $"""
                /// <summary>Runs D with its classifier in the precision of the options; the logits have the type of its parameters.</summary>
                private (Tensor Logits, Tensor ClassLogits) Classify({StackWriter.Parameters(
                    judged,
                    discriminator.ReadsLabels
                )}) =>
                    precision.Run(() => D.Classify({Arguments(discriminator, judged, "labels")}));
                """
            );
        }

        return string.Join("\n\n", members);
    }

    private static string Arguments(NetworkModel network, string input, string labels) =>
        network.ReadsLabels ? $"{input}, {labels}" : input;
}
