using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Inference;

/// <summary>Infers every shape of a declared GAN and checks that its two networks fit each other and the data.</summary>
internal static class GanInference
{
    private static readonly OptimizerAttribute DefaultOptimizer = new AdamAttribute(2e-4) { Beta1 = 0.5 };

    private static readonly SymbolDisplayFormat Unescaped = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces
    );

    public static InferredGan Infer(GanDeclaration declaration)
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
            declaration.Modifiers,
            OptimizerOf(declaration, declaration.Generator),
            problems
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
            declaration.Modifiers,
            OptimizerOf(declaration, declaration.Discriminator),
            problems
        );
        if (declaration.IsDataValid)
        {
            NetworkHeads.CheckGeneratorOutput(generator, data, problems);
        }

        NetworkHeads.CheckDiscriminatorOutput(discriminator, problems);
        RegularizerCheck.Check(declaration, problems);
        LabelCheck.Check(declaration, generator, discriminator, problems);
        ModifierCheck.Check(generator, declaration.Generator, problems);
        ModifierCheck.Check(discriminator, declaration.Discriminator, problems);
        TrainingCheck.Check(declaration, generator, discriminator, problems);
        ClassNames.Check(declaration, problems);
        HiddenNames.Check(declaration, generator, discriminator, problems);

        var cannotEmit =
            problems.Any(problem =>
                problem.Rule is Rule.UnsupportedType or Rule.LanguageVersion or Rule.HiddenName or Rule.InvalidClassName
            ) || new[] { generator.Model, discriminator.Model }.Any(network => network.Name == declaration.Symbol.Name);
        var model = cannotEmit
            ? null
            : ToModel(
                declaration,
                latentDimensions,
                data,
                WithoutClassifier(Complete(generator.Model, declaration, problems)),
                Complete(discriminator.Model, declaration, problems)
            );
        return new(declaration, generator, discriminator, model, problems);
    }

    /// <summary>The optimisers of the generator and of the discriminator.</summary>
    public static IEnumerable<OptimizerAttribute> OptimizersOf(GanDeclaration gan) =>
        [OptimizerOf(gan, gan.Generator), OptimizerOf(gan, gan.Discriminator)];

    private static OptimizerAttribute OptimizerOf(GanDeclaration gan, NetworkDeclaration? network) =>
        network?.Optimizer ?? gan.Optimizer ?? DefaultOptimizer;

    /// <summary>With any mistake in the declaration both networks are emitted as stubs, so that one mistake gives one message.</summary>
    private static NetworkModel Complete(NetworkModel network, GanDeclaration declaration, List<Problem> problems)
    {
        var emitted = declaration.Labels is null
            ? WithoutClassifier(network with { Layers = new(network.Layers.Select(WithoutLabels)) })
            : network;
        return emitted with { IsComplete = network.IsComplete && problems.Count == 0 };
    }

    /// <summary>The generator has no classifier, and no layer labels that are not declared: both are mistakes, and emitted as stubs.</summary>
    private static NetworkModel WithoutClassifier(NetworkModel network) =>
        network with
        {
            Layers = new(network.Layers.Select(layer => layer with { Classification = null })),
        };

    private static LayerModel WithoutLabels(LayerModel layer) => layer with { ReadsLabels = false };

    private static GanModel ToModel(
        GanDeclaration declaration,
        int latentDimensions,
        DataShapeAttribute data,
        NetworkModel generator,
        NetworkModel discriminator
    )
    {
        var symbol = declaration.Symbol;
        var containers = new List<string>();
        for (var container = symbol.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, container.Name);
        }

        var space = symbol.ContainingNamespace;
        var name = space.IsGlobalNamespace ? "" : space.ToDisplayString(Unescaped) + ".";
        return new(
            space.IsGlobalNamespace ? null : space.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
            new(containers.Select(Identifier.Escape)),
            Identifier.Escape(symbol.Name),
            name + string.Concat(containers.Select(container => container + ".")) + symbol.Name,
            declaration.Gan.Loss,
            declaration.Gan.Update,
            declaration.Gan.DiscriminatorSteps,
            declaration.Gan.BatchSize,
            declaration.Gan.Epochs,
            latentDimensions,
            declaration.Latent?.Distribution ?? LatentDistribution.Normal,
            new(data.BatchType, data.BatchBase, data.Shape, data.DimensionNames, data.Range),
            declaration.Labels?.Classes,
            declaration.Regularizer<LabelSmoothingAttribute>()?.Smoothing,
            new(declaration.Regularizers.OfType<PenaltyAttribute>().Select(penalty => ToModel(penalty, data.Shape))),
            declaration.Regularizer<WeightClippingAttribute>()?.Bound,
            declaration.Packing,
            generator,
            discriminator
        );
    }

    private static PenaltyModel ToModel(PenaltyAttribute penalty, Shape example) =>
        new(
            penalty.Name,
            penalty.Formula,
            new(penalty.Summary),
            penalty.Every,
            penalty.UsesReal,
            penalty.UsesFakes,
            penalty.DrawsNoise,
            new(penalty.Points(example.Rank + 1)),
            penalty.Place,
            penalty.Expression
        );
}
