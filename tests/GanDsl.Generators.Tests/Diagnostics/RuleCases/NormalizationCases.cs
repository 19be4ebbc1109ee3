namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>Rules GAN04xx: normalisation.</summary>
internal static class NormalizationCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(
            Rule.NormalizedData,
            Declaration.WithDiscriminator(
                "[Conv2d(8, 4, Stride = 2, Padding = 1, Bias = false), ⟦BatchNorm⟧, LeakyReLU(0.2), Flatten, Linear(1)]"
            ),
            "leave the first layer without"
        ),
        new(
            Rule.NormalizedData,
            Declaration.WithDiscriminator("[⟦BatchNorm⟧, Flatten, Linear(1)]"),
            "it normalises the data, so"
        ),
        new(
            Rule.NormalizedOutput,
            Declaration.WithGenerator("[Linear(784, Bias = false), ⟦BatchNorm⟧, Tanh, Reshape(1, 28, 28)]"),
            "the same mean and scale"
        ),
        new(
            Rule.BiasBeforeNormalization,
            Declaration.WithGenerator("[⟦Linear(64)⟧, BatchNorm, ReLU, Linear(784), Tanh, Reshape(1, 28, 28)]"),
            "set Bias = false"
        ),
        new(
            Rule.BiasBeforeNormalization,
            Declaration.WithDiscriminator(
                "[Conv2d(8, 4, Stride = 2, Padding = 1), ReLU, ⟦Conv2d(8, 4, Stride = 2, Padding = 1)⟧, BatchNorm, ReLU, Flatten, Linear(1)]"
            ),
            "set Bias = false"
        ),
        new(
            Rule.NormalizationSplitsPasses,
            Declaration.WithDiscriminator(
                "[Flatten, Linear(8), ReLU, Linear(8, Bias = false), ⟦BatchNorm⟧, ReLU, Linear(1)]"
            ),
            "one after the other"
        ),
        new(
            Rule.NormalizationOfOneValue,
            Declaration
                .WithGan("[Gan(BatchSize = 1), Latent(64), Image(1, 28, 28)]")
                .Replace("[Linear(784), Tanh]", "[Linear(8, Bias = false), ⟦BatchNorm⟧, ReLU, Linear(784), Tanh]"),
            "one value per channel"
        ),
        new(
            Rule.NormalizationOfOneValue,
            Declaration
                .WithGan("[Gan(BatchSize = 8), Latent(64), Image(1, 28, 28), AccumulateGradients(8)]")
                .Replace("[Linear(784), Tanh]", "[Linear(8, Bias = false), ⟦BatchNorm⟧, ReLU, Linear(784), Tanh]"),
            "BatchSize is 8 in 8 parts and its input [N, 8] has one value per channel, whose variance is zero; "
                + "use a BatchSize of at least 16, fewer parts, or leave"
        ),
        new(
            Rule.NormalizationOfOneValue,
            Declaration
                .WithDiscriminator(
                    "[Flatten, Linear(8), LeakyReLU(0.2), Linear(8, Bias = false), ⟦BatchNorm⟧, Linear(1)]"
                )
                .Replace("[Gan,", "[Gan(BatchSize = 4), Packing(4),"),
            "BatchSize is 4 and its input [N, 8] has one value per channel, whose variance is zero; use a BatchSize of at least 8 or leave"
        ),
        new(
            Rule.NormalizationOfOneExample,
            Declaration
                .WithGan("[Gan(⟦BatchSize = 1⟧), Latent(64), Image(1, 28, 28)]")
                .Replace("[Linear(784), Tanh]", "[Reshape(16, 2, 2), BatchNorm, ReLU, Flatten, Linear(784), Tanh]"),
            "normalises each example by its own values"
        ),
        new(
            Rule.NormalizationOfOneExample,
            Declaration
                .WithGan("[Gan(⟦BatchSize = 8⟧), Latent(64), Image(1, 28, 28), AccumulateGradients(8)]")
                .Replace("[Linear(784), Tanh]", "[Reshape(16, 2, 2), BatchNorm, ReLU, Flatten, Linear(784), Tanh]"),
            "The gradients of 8 parts of one example each are accumulated"
        ),
        new(
            Rule.NormalizationWithGradientPenalty,
            Declaration
                .WithDiscriminator(
                    "[Flatten, Linear(8), LeakyReLU(0.2), Linear(8, Bias = false), ⟦BatchNorm⟧, Linear(1)]"
                )
                .Replace("[Gan,", "[Gan, R2,"),
            "[R2] takes the gradient of each by itself"
        ),
    ];
}
