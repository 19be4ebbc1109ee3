namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>Rules GAN03xx: the last layers and the range of the data.</summary>
internal static class RangeCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(Rule.DoubleSigmoid, Declaration.WithDiscriminator("[Flatten, Linear(1), ⟦Sigmoid⟧]"), "[0.5, 0.73]"),
        new(
            Rule.DoubleSigmoid,
            Declaration
                .WithDiscriminator("[Flatten, Linear(1), ⟦Sigmoid⟧]")
                .Replace("[Gan,", "[Gan(Loss = GanLoss.RelativisticAverage),"),
            "[0.27, 0.73]"
        ),
        new(
            Rule.ActivationOnLogit,
            Declaration.WithDiscriminator("[Flatten, Linear(1), ⟦LeakyReLU(0.2)⟧]"),
            "changes the logit"
        ),
        new(Rule.ActivationOnLogit, Declaration.WithDiscriminator("[Conv2d(1, 28), ⟦Dropout⟧, Flatten]"), "remove it"),
        new(
            Rule.OutputRangeDiffers,
            Declaration
                .WithGan("[Gan, Latent(64), Image(1, 28, 28, Range = ValueRange.ZeroToOne)]")
                .Replace("Tanh", "⟦Tanh⟧"),
            "gives values in [-1, 1], but the data are declared in [0, 1]"
        ),
        new(
            Rule.OutputRangeDiffers,
            Declaration.WithGenerator("[Linear(784), ⟦Sigmoid⟧, Reshape(1, 28, 28)]"),
            "in [0, 1]"
        ),
        new(
            Rule.OutputRangeDiffers,
            Declaration.WithGenerator("[Linear(784), ⟦ReLU⟧, Reshape(1, 28, 28)]"),
            "in [0, ∞)"
        ),
        new(
            Rule.OutputRangeDiffers,
            Declaration
                .WithGan("[Gan, Latent(64), Image(1, 28, 28, Range = ValueRange.Unbounded)]")
                .Replace("Tanh", "⟦Tanh⟧"),
            "declared in (-∞, ∞)"
        ),
        new(Rule.UnboundedOutput, Declaration.WithGenerator("[⟦Linear(784)⟧, Reshape(1, 28, 28)]"), "end it with Tanh"),
        new(
            Rule.UnboundedOutput,
            Declaration.WithGenerator("[Linear(784), ⟦LeakyReLU(0.2)⟧, Reshape(1, 28, 28)]"),
            "any real number"
        ),
        new(
            Rule.UnboundedOutput,
            Declaration.WithGenerator(
                "[Linear(196), Tanh, Reshape(1, 14, 14), ⟦Upsample(2, Mode = UpsampleMode.Bicubic)⟧]"
            ),
            "any real number"
        ),
        new(
            Rule.OutputRangeDiffers,
            Declaration
                .WithGenerator("[Linear(784), Reshape(1, 28, 28)] [⟦Use<Bent>⟧]")
                .Replace("using GanDsl;", "using GanDsl; using TorchSharp;")
                + "[ShapeRule(KeepsShape = true, Minimum = 0, Maximum = 1)] public class Bent() : torch.nn.Module<torch.Tensor, torch.Tensor>(\"\") "
                + "{ public override torch.Tensor forward(torch.Tensor input) => input.sigmoid(); }",
            "gives values in [0, 1]"
        ),
        new(
            Rule.SigmoidOnCritic,
            Declaration
                .WithDiscriminator("[Flatten, Linear(1), ⟦Sigmoid⟧]")
                .Replace("[Gan,", "[Gan(Loss = GanLoss.Hinge),"),
            "the hinge loss takes scores"
        ),
    ];
}
