using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Infers every shape of a declared GAN.</summary>
internal static class GanInference
{
    private static readonly OptimizerAttribute DefaultOptimizer = new AdamAttribute(2e-4) { Beta1 = 0.5 };

    /// <summary>The networks as far as their layers fit each other; the checks of the rules and the model come after.</summary>
    public static InferredGan Infer(GanDeclaration declaration, CancellationToken cancellation)
    {
        var problems = declaration.Problems.ToList();
        var latentDimensions = declaration.Latent?.Dimensions ?? 1;
        var data = declaration.Data ?? new PointAttribute(1);

        var generator = NetworkInference.Infer(
            declaration.Generator,
            new NetworkRole(
                "Generator",
                "G",
                "latents",
                new Shape(latentDimensions),
                IsKnown: declaration.Latent is not null
            ),
            declaration,
            OptimizerOf(declaration, declaration.Generator),
            problems,
            cancellation
        );
        var discriminator = NetworkInference.Infer(
            declaration.Discriminator,
            new NetworkRole(
                "Discriminator",
                "D",
                declaration.Packing == 1 ? data.BatchType.ToLowerInvariant() : "packs",
                declaration.JudgedShape ?? data.Shape,
                IsKnown: declaration.IsDataValid
            ),
            declaration,
            OptimizerOf(declaration, declaration.Discriminator),
            problems,
            cancellation
        );
        return new(declaration, generator, discriminator, null, problems);
    }

    /// <summary>The optimisers of the generator and of the discriminator.</summary>
    public static IEnumerable<OptimizerAttribute> OptimizersOf(GanDeclaration gan) =>
        [OptimizerOf(gan, gan.Generator), OptimizerOf(gan, gan.Discriminator)];

    private static OptimizerAttribute OptimizerOf(GanDeclaration gan, NetworkDeclaration? network) =>
        network?.Optimizer ?? gan.Optimizer ?? DefaultOptimizer;
}
