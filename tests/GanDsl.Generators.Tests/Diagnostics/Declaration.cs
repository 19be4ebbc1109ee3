namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>A small valid GAN with one part replaced; the place where a diagnostic is expected stands between ⟦ and ⟧.</summary>
internal static class Declaration
{
    private const string Template = """
        using GanDsl;

        GAN
        {
            GENERATOR

            DISCRIMINATOR
        }
        """;

    private const string Gan = "[Gan, Latent(64), Image(1, 28, 28)] public partial class SmallGan";

    private const string Generator =
        "[Generator] [Linear(784), Tanh] [Reshape(1, 28, 28)] public partial class Generator;";

    private const string Discriminator = "[Discriminator] [Flatten, Linear(1)] public partial class Discriminator;";

    public static string Of(string? gan = null, string? generator = null, string? discriminator = null) =>
        Template
            .Replace("GENERATOR", generator ?? Generator)
            .Replace("DISCRIMINATOR", discriminator ?? Discriminator)
            .Replace("GAN\n", (gan ?? Gan) + "\n");

    /// <summary>A generator whose layers, from the latents [N, 64], are these.</summary>
    public static string WithGenerator(string layers) =>
        Of(generator: $"[Generator] {layers} public partial class Generator;");

    /// <summary>A discriminator whose layers, from the images [N, 1, 28, 28], are these.</summary>
    public static string WithDiscriminator(string layers) =>
        Of(discriminator: $"[Discriminator] {layers} public partial class Discriminator;");

    public static string WithGan(string attributes) => Of(gan: $"{attributes} public partial class SmallGan");
}
