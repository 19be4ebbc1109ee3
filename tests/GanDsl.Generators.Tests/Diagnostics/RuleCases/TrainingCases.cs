namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>Rules GAN05xx: loss and training.</summary>
internal static class TrainingCases
{
    /// <summary>What the loss of the user's own in these cases is made of.</summary>
    private const string Discriminator =
        "public static T Discriminator(T realLogits, T fakeLogits) => fakeLogits.mean();";

    private const string Generator = "public static T Generator(T fakeLogits) => fakeLogits.mean();";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(
            Rule.InvalidLoss,
            WithLoss($"public static class Mine {{ {Generator} }}"),
            "Mine has no function Discriminator; give it 'public static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits)'"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss($"public static class Mine {{ {Discriminator} }}"),
            "Mine has no function Generator; give it 'public static Tensor Generator(Tensor fakeLogits)', or 'Generator(Tensor realLogits, Tensor "
                + "fakeLogits)' where it compares with real examples"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss($"public class Mine {{ {Discriminator.Replace(" static", "")} {Generator} }}"),
            "Mine has 'public Tensor Discriminator(Tensor realLogits, Tensor fakeLogits)', which cannot be called as a loss"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss($"public static class Mine {{ {Discriminator.Replace("public", "private")} {Generator} }}"),
            "Mine has 'private static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits)'"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss(
                $"public static class Mine {{ {Discriminator} {Generator.Replace("T fakeLogits", "ref T fakeLogits")} }}"
            ),
            "Mine has 'public static Tensor Generator(ref Tensor fakeLogits)'"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss(
                $"public static class Mine {{ {Discriminator} public static float Generator(T fakeLogits) => 1; }}"
            ),
            "Mine.Generator answers 'float', but a loss is"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss(
                $"public static class Mine {{ {Discriminator} {Generator} public static T Generator(T realLogits, T fakeLogits) => fakeLogits.mean(); }}"
            ),
            "Mine.Generator takes the logits of generated examples alone and of both"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss($"file static class Mine {{ {Discriminator} {Generator} }}"),
            "Mine cannot be seen from the code that is generated"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss($"public static class Mine<TNumber> {{ {Discriminator} {Generator} }}")
                .Replace("typeof(Mine)", "typeof(Mine<>)"),
            "Mine is generic and open"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss(
                $"public static class Mine {{ {Generator} public static System.Func<T, T> Discriminator => x => x; }}"
            ),
            "Mine.Discriminator is no function of logits"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss(
                $"public class Mine : Base {{ public new static float Generator(T fakeLogits) => 1; }} public class Base {{ {Discriminator} {Generator} }}"
            ),
            "Mine.Generator answers 'float', but a loss is a TorchSharp.torch.Tensor"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss(
                $"public class Mine : Base {{ public new T Generator(T fakeLogits) => fakeLogits; }} public class Base {{ {Discriminator} {Generator} }}"
            ),
            "Mine has 'public Tensor Generator(Tensor fakeLogits)', which cannot be called as a loss"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss(
                $"public static class Mine {{ {Discriminator} public static Other Generator(T fakeLogits) => new(); }} public class Other;"
            ),
            "Mine.Generator answers 'Other'"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss($"public static class Mine<TNumber> {{ {Discriminator} {Generator} }} file class Hidden;")
                .Replace("typeof(Mine)", "typeof(Mine<Hidden[]>)"),
            "Mine cannot be seen from the code that is generated for the GAN"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss($"file static class Around {{ public static class Mine {{ {Discriminator} {Generator} }} }}")
                .Replace("typeof(Mine)", "typeof(Around.Mine)"),
            "Mine cannot be seen from the code that is generated for the GAN"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss("").Replace("typeof(Mine)", "typeof(Discriminator)"),
            "Discriminator means SmallGan.Discriminator here, which is no loss; write global::"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss($"public static class Options {{ {Discriminator} {Generator} }}")
                .Replace("typeof(Mine)", "typeof(Options)"),
            "Options means SmallGan.Options here, which is no loss"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss("").Replace("Loss(typeof(Mine))", "Loss( // why\n    typeof(System.Version))"),
            "Loss(typeof(System.Version)): Version has no function Discriminator"
        ),
        new(
            Rule.InvalidLoss,
            WithLoss("").Replace("typeof(Mine)", "typeof(int[])"),
            "a loss is a class with functions"
        ),
        new(Rule.InvalidLoss, WithLoss("").Replace("typeof(Mine)", "null!"), "a loss is a class with functions"),
        new(
            Rule.InvalidLoss,
            WithLoss($"public static class Mine {{ {Discriminator} {Generator} }}")
                .Replace("[Gan,", "[Gan(Loss = GanLoss.Hinge),"),
            "[Gan] names a loss as well, but a GAN has one"
        ),
        new(
            Rule.SmoothingWithoutLabel,
            WithLoss($"public static class Mine {{ {Discriminator} {Generator} }}")
                .Replace("⟦Loss(typeof(Mine))⟧", "Loss(typeof(Mine)), ⟦LabelSmoothing⟧"),
            "the Mine loss has no such label"
        ),
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
        new(
            Rule.SmoothingWithoutLabel,
            Declaration.WithGan("[Gan(Loss = GanLoss.Hinge), Latent(64), Image(1, 28, 28), ⟦LabelSmoothing(0.2)⟧]"),
            "the hinge loss has no such label"
        ),
        new(
            Rule.SmoothingWithoutLabel,
            Declaration.WithGan(
                "[Gan(Loss = GanLoss.RelativisticAverage), Latent(64), Image(1, 28, 28), ⟦LabelSmoothing⟧]"
            ),
            "the relativistic average loss"
        ),
        new(Rule.InvalidArgument, Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Ema(1)⟧]"), "in [0, 1)"),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Ema(0.9, ⟦Warmup = -1⟧)]"),
            "at least 0"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦WarmUp(0)⟧]"),
            "at least 1"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), CosineDecay(100, ⟦Final = 2⟧)]"),
            "in [0, 1]"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦LinearDecay(10, 10)⟧]"),
            "at least 11"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦StepDecay(10, 0)⟧]"),
            "above 0 and at most 1"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦ClipGradient(0)⟧]"),
            "above 0"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦DiffAugment(0)⟧]"),
            "Color, Translation and Cutout"
        ),
        new(Rule.InvalidArgument, Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Ada(1.5)⟧]"), "in [-1, 1]"),
        new(
            Rule.AugmentationDoesNotFit,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦DiffAugment⟧, Packing(2)]"),
            "D judges several at once"
        ),
        new(
            Rule.AugmentationDoesNotFit,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), DiffAugment, ⟦Ada⟧]"),
            "in one way"
        ),
        new(
            Rule.AugmentationDoesNotFit,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Ada, ⟦DiffAugment⟧]"),
            "[DiffAugment] stands beside [Ada]"
        ),
        new(
            Rule.AugmentationDoesNotFit,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Ada⟧, Packing(2)]"),
            "D judges several at once"
        ),
        new(
            Rule.AugmentationDoesNotFit,
            Declaration
                .WithGan("[Gan, Latent(64), Signal(1, 784), ⟦Ada⟧]")
                .Replace("Reshape(1, 28, 28)", "Reshape(1, 784)"),
            "but the data are signals"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦AccumulateGradients(0)⟧]"),
            "at least 1"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦DiscriminatorSteps(0, 25)⟧]"),
            "at least 1"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦DiscriminatorSteps(100_000_000, 25)⟧]"),
            "100000000 minibatches of 64"
        ),
        new(
            Rule.SimultaneousSteps,
            Declaration.WithGan(
                "[Gan(Update = GanUpdate.Simultaneous), Latent(64), Image(1, 28, 28), ⟦DiscriminatorSteps(100, 25)⟧]"
            ),
            "both players make one step"
        ),
        new(
            Rule.PartsDoNotDivide,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦AccumulateGradients(3)⟧]"),
            "A minibatch of 64 examples has no 3 equal parts;"
        ),
        new(
            Rule.PartsDoNotDivide,
            Declaration.WithGan(
                "[Gan(BatchSize = 12), Latent(64), Image(1, 28, 28), ⟦AccumulateGradients(4)⟧, Packing(2)]"
            ),
            "4 equal parts of whole packs of 2"
        ),
        new(
            Rule.PackingDoesNotDivide,
            Declaration.WithGan("[Gan(BatchSize = 10), Latent(64), Image(1, 28, 28), ⟦Packing(4)⟧]"),
            "the BatchSize of 10"
        ),
        new(
            Rule.PackingDoesNotDivide,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Packing(65)⟧]"),
            "the BatchSize of 64"
        ),
        new(
            Rule.PackingDoesNotDivide,
            Declaration.WithGan(
                "[Gan(BatchSize = 10), Latent(64), Image(1, 28, 28), AccumulateGradients(3), ⟦Packing(4)⟧]"
            ),
            "the BatchSize of 10"
        ),
        new(
            Rule.NoLipschitzConstraint,
            Declaration.WithGan("[Gan(⟦Loss = GanLoss.Wasserstein⟧), Latent(64), Image(1, 28, 28), Packing]"),
            "nothing bounds it"
        ),
        new(
            Rule.NoLipschitzConstraint,
            Declaration
                .WithDiscriminator("[Flatten, Linear(8), SpectralNorm, LeakyReLU(0.2), Linear(1)]")
                .Replace("[Gan,", "[Gan(⟦Loss = GanLoss.Wasserstein⟧),"),
            "nothing bounds Linear(1)"
        ),
        new(
            Rule.NoLipschitzConstraint,
            Declaration
                .WithDiscriminator(
                    "[SpectralNorm] [Conv2d(8, 4, Stride = 4), LeakyReLU(0.2), SelfAttention, Flatten, Linear(1)]"
                )
                .Replace("[Gan,", "[Gan(⟦Loss = GanLoss.Wasserstein⟧),"),
            "so its scores only grow; add [GradientPenalty] or [WeightClipping]"
        ),
        new(
            Rule.NoLipschitzConstraint,
            Declaration
                .WithDiscriminator("[SpectralNorm] [Flatten, Linear(8), PReLU, Linear(1)]")
                .Replace("[Gan,", "[Gan(⟦Loss = GanLoss.Wasserstein⟧),"),
            "but nothing bounds what is learned of PReLU, so its scores only grow; add [GradientPenalty] or [WeightClipping]"
        ),
        new(
            Rule.NoLipschitzConstraint,
            Declaration
                .WithDiscriminator(
                    "[SpectralNorm] [Flatten, Linear(8), LeakyReLU(0.2), Linear(8), LayerNorm, LeakyReLU(0.2), Linear(1)]"
                )
                .Replace("[Gan,", "[Gan(⟦Loss = GanLoss.Wasserstein⟧),"),
            "nothing bounds what is learned of LayerNorm"
        ),
        new(
            Rule.NoLipschitzConstraint,
            Declaration
                .WithDiscriminator("[Flatten, Linear(8), SpectralNorm, PReLU, Linear(1)]")
                .Replace("[Gan,", "[Gan(⟦Loss = GanLoss.Wasserstein⟧),"),
            "add [GradientPenalty] or [WeightClipping]"
        ),
        new(
            Rule.ClippingWithPenalty,
            Declaration.WithGan(
                "[Gan(Loss = GanLoss.Wasserstein), Latent(64), Image(1, 28, 28), ⟦WeightClipping(0.1)⟧, R1(1)]"
            ),
            "[WeightClipping] and [R1]"
        ),
        new(
            Rule.UnusedLabels,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Labels(10)⟧]"),
            "no layer of its networks looks at them"
        ),
        new(
            Rule.UnusedLabels,
            Declaration
                .WithDiscriminator("[LabelEmbedding(2), Flatten, Linear(1)]")
                .Replace("[Gan,", "[Gan, ⟦Labels(10)⟧,"),
            "no layer of its generator looks at them"
        ),
        new(
            Rule.UnusedLabels,
            Declaration
                .WithGenerator("[LabelEmbedding(2), Linear(784), Tanh, Reshape(1, 28, 28)]")
                .Replace("[Gan,", "[Gan, ⟦Labels(10)⟧,"),
            "no layer of its discriminator looks at them"
        ),
        new(
            Rule.MissingLabels,
            Declaration.WithGenerator("[⟦LabelEmbedding(2)⟧, Linear(784), Tanh, Reshape(1, 28, 28)]"),
            "SmallGan declares none"
        ),
        new(Rule.MissingLabels, Declaration.WithDiscriminator("[Flatten, ⟦Projection⟧]"), "SmallGan declares none"),
        new(
            Rule.MissingLabels,
            Declaration.WithGenerator(
                "[⟦LabelEmbedding(2)⟧, Linear(8, Bias = false), ConditionalBatchNorm, ReLU, Linear(784), Tanh, Reshape(1, 28, 28)]"
            ),
            "SmallGan declares none"
        ),
        new(
            Rule.MisplacedClassifier,
            Declaration
                .WithGenerator("[Linear(784), ⟦AuxiliaryClassifier⟧, Tanh, Reshape(1, 28, 28)]")
                .Replace("[Gan,", "[Gan, Labels(10),"),
            "it stands in the generator"
        ),
        new(
            Rule.MisplacedClassifier,
            Declaration
                .WithDiscriminator("[Flatten, AuxiliaryClassifier, ⟦AuxiliaryClassifier(2)⟧, Linear(1)]")
                .Replace("[Gan,", "[Gan, Labels(10),"),
            "it is the second one"
        ),
        new(
            Rule.MisplacedClassifier,
            Declaration
                .WithDiscriminator("[Flatten, Linear(1), ⟦AuxiliaryClassifier⟧]")
                .Replace("[Gan,", "[Gan, Labels(10),"),
            "nothing comes after it"
        ),
        new(
            Rule.PackingOfLabelled,
            Declaration.WithDiscriminator("[Flatten, Projection]").Replace("[Gan,", "[Gan, Labels(10), ⟦Packing(2)⟧,"),
            "a label of its own"
        ),
        new(
            Rule.LinearAfterLinear,
            Declaration.WithGenerator("[Linear(784), ⟦Linear(784)⟧, Tanh, Reshape(1, 28, 28)]"),
            "the Linear before it is linear as well"
        ),
        new(
            Rule.LinearAfterLinear,
            Declaration.WithGenerator("[Linear(64), ⟦Linear(64)⟧, ReLU, Linear(784), Tanh, Reshape(1, 28, 28)]"),
            "the Linear before it is linear as well"
        ),
        new(
            Rule.LinearAfterLinear,
            Declaration.WithDiscriminator("[Conv2d(8, 4, Stride = 2, Padding = 1), Flatten, ⟦Linear(1)⟧]"),
            "the Conv2d before it"
        ),
        new(
            Rule.LinearAfterLinear,
            Declaration
                .WithGenerator("[Use<Wide>(784), Tanh, Reshape(1, 28, 28)]")
                .Replace("[Use<Wide>(784)", "[Linear(784), ⟦Use<Wide>(784)⟧")
                + "[Block, Linear(BlockParameter.First)] class Wide;",
            "put one between them"
        ),
        new(
            Rule.UnusualArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Adam(2e4)⟧]"),
            "learningRate is 20000, but it is usually at most 1"
        ),
        new(
            Rule.UnusualArgument,
            Declaration.Of(
                discriminator: "[Discriminator, ⟦Sgd(1.5)⟧] [Flatten, Linear(1)] public partial class Discriminator;"
            ),
            "Sgd: learningRate is 1.5"
        ),
        new(
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Adam(1e300)⟧]"),
            "above 0 and finite in float32"
        ),
    ];

    private static string WithLoss(string mine) =>
        "using T = TorchSharp.torch.Tensor; "
        + Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Loss(typeof(Mine))⟧]")
        + mine;
}
