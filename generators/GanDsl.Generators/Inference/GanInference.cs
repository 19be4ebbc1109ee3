using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Inference;

/// <summary>Infers every shape of a declared GAN and checks that its two networks fit each other and the data.</summary>
internal static class GanInference
{
    private static readonly OptimizerAttribute DefaultOptimizer = new AdamAttribute(2e-4) { Beta1 = 0.5 };

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
            OptimizerOf(declaration, declaration.Generator),
            problems
        );
        var discriminator = NetworkInference.Infer(
            declaration.Discriminator,
            new NetworkRole(
                "Discriminator",
                "D",
                data.BatchType.ToLowerInvariant(),
                data.Shape,
                IsKnown: declaration.Data is not null
            ),
            OptimizerOf(declaration, declaration.Discriminator),
            problems
        );
        if (declaration.Data is not null)
        {
            CheckGeneratorOutput(declaration, data, generator, problems);
        }

        CheckDiscriminatorOutput(declaration, discriminator, problems);

        var cannotEmit = problems.Any(problem => problem.Rule is Rule.NotPartial or Rule.UnsupportedType);
        var model = cannotEmit
            ? null
            : ToModel(
                declaration,
                latentDimensions,
                data,
                Complete(generator, problems),
                Complete(discriminator, problems)
            );
        return new(model, problems);
    }

    private static OptimizerAttribute OptimizerOf(GanDeclaration gan, NetworkDeclaration? network) =>
        network?.Optimizer ?? gan.Optimizer ?? DefaultOptimizer;

    /// <summary>With any mistake in the declaration both networks are emitted as stubs, so that one mistake gives one message.</summary>
    private static NetworkModel Complete(NetworkModel network, List<Problem> problems) =>
        network with
        {
            IsComplete = network.IsComplete && problems.Count == 0,
        };

    private static void CheckGeneratorOutput(
        GanDeclaration declaration,
        DataShapeAttribute data,
        NetworkModel generator,
        List<Problem> problems
    )
    {
        if (!generator.IsComplete || generator.Output.Equals(data.Shape))
        {
            return;
        }

        var last = declaration.Generator!.Layers[declaration.Generator.Layers.Count - 1];
        var remedy =
            generator.Output.ElementCount == data.Shape.ElementCount
                ? $"add [Reshape({string.Join(", ", data.Shape.Sizes.Select(CodeText.Of))})] after it"
                : "change the last layers or the declared data shape";
        problems.Add(
            new(
                Rule.GeneratorOutput,
                last.Syntax.GetLocation(),
                $"{last.Text}: the generator gives {generator.Output}, but the declared {data.BatchType.ToLowerInvariant()} are "
                    + $"{data.Shape}; {remedy}. {ShapeChain.Of("latents", generator)}"
            )
        );
    }

    private static void CheckDiscriminatorOutput(
        GanDeclaration declaration,
        NetworkModel discriminator,
        List<Problem> problems
    )
    {
        if (!discriminator.IsComplete || discriminator.Output.ElementCount == 1)
        {
            return;
        }

        var last = declaration.Discriminator!.Layers[declaration.Discriminator.Layers.Count - 1];
        problems.Add(
            new(
                Rule.DiscriminatorOutput,
                last.Syntax.GetLocation(),
                $"{last.Text}: the discriminator gives {discriminator.Output}, but it has to give one logit per example; "
                    + $"end it with [Flatten, Linear(1)]. {ShapeChain.Of("data", discriminator)}"
            )
        );
    }

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
        var name = space.IsGlobalNamespace ? "" : space.ToDisplayString() + ".";
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
            generator,
            discriminator
        );
    }
}
