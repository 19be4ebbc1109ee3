using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The calls of the two networks, with labels where a network reads them.</summary>
internal static class NetworkCalls
{
    public static string Generate(GanModel model, string latents, string labels, string generator = "G") =>
        $"{generator}.call({Arguments(model.Generator, latents, labels)})";

    public static string Judge(GanModel model, string examples, string labels) =>
        $"D.call({Arguments(model.Discriminator, Augmented(model, examples), labels)})";

    public static string Classify(GanModel model, string examples, string labels) =>
        $"D.Classify({Arguments(model.Discriminator, Augmented(model, examples), labels)})";

    /// <summary>The examples as D sees them.</summary>
    private static string Augmented(GanModel model, string examples) =>
        model.Augmentation is null ? examples : $"Augment({examples})";

    private static string Arguments(NetworkModel network, string input, string labels) =>
        network.ReadsLabels ? $"{input}, {labels}" : input;
}
