namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>Rules GAN05xx: loss and training.</summary>
internal static class TrainingCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(
            Rule.SimultaneousSteps,
            Declaration.WithGan(
                "[Gan(Update = GanUpdate.Simultaneous, ⟦DiscriminatorSteps = 2⟧), Latent(64), Image(1, 28, 28)]"
            ),
            "Simultaneous"
        ),
        new(
            Rule.SaturatingLoss,
            Declaration.WithGan("[Gan(⟦Loss = GanLoss.Saturating⟧), Latent(64), Image(1, 28, 28)]"),
            "starves the generator early"
        ),
        new(
            Rule.NothingToLearn,
            Declaration
                .WithGan("[Gan, Latent(784), Image(1, 28, 28)]")
                .Replace("[Linear(784), Tanh] [Reshape(1, 28, 28)]", "[Tanh, ⟦Reshape(1, 28, 28)⟧]"),
            "nothing to learn"
        ),
        new(
            Rule.NothingToLearn,
            Declaration
                .WithGan("[Gan, Latent(64), Image(1, 1, 1)]")
                .Replace("[Linear(784), Tanh] [Reshape(1, 28, 28)]", "[Linear(1), Tanh] [Reshape(1, 1, 1)]")
                .Replace("[Flatten, Linear(1)]", "[⟦Flatten⟧]"),
            "the discriminator ends here"
        ),
    ];
}
