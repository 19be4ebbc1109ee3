namespace GanDsl.Generators.Tests.Models;

/// <summary>Declarations with other losses, and with what holds the discriminator back.</summary>
internal static class RegularizedGans
{
    /// <summary>WGAN-GP on images.</summary>
    public const string Critic = """
        using GanDsl;

        namespace Demo;

        [Gan(Loss = GanLoss.Wasserstein, DiscriminatorSteps = 5)]
        [Latent(16)]
        [Image(1, 8, 8)]
        [DiscriminatorSteps(100, 25, Every = 500)]
        [GradientPenalty]
        [Adam(1e-4, Beta1 = 0, Beta2 = 0.9)]
        public partial class CriticGan
        {
            [Generator]
            [Linear(64), Tanh, Reshape(1, 8, 8)]
            public partial class Generator;

            [Discriminator]
            [Conv2d(8, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
            [Flatten, Linear(1)]
            public partial class Critic;
        }
        """;

    /// <summary>Smoothed labels, packs, penalties in every step and now and then.</summary>
    public const string Packed = """
        using GanDsl;

        namespace Demo;

        [Gan(Loss = GanLoss.Saturating, Update = GanUpdate.AlternatingSharedFakes)]
        [Latent(4)]
        [Point(2)]
        [LabelSmoothing(0.1), Packing(4)]
        [Dragan(2.5), R1(5, Every = 16), R2(5, Every = 8)]
        public partial class PackedGan
        {
            [Generator]
            [Linear(32), ReLU]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(32), LeakyReLU(0.2)]
            [Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>Images that are changed before D sees them, by a probability that adapts, under a penalty.</summary>
    public const string Augmented = """
        using GanDsl;

        namespace Demo;

        [Gan(Update = GanUpdate.AlternatingSharedFakes)]
        [Latent(4)]
        [Image(3, 8, 8)]
        [Ada(0.5, Speed = 100_000), R1(10)]
        public partial class AugmentedGan
        {
            [Generator]
            [Linear(3 * 8 * 8), Tanh, Reshape(3, 8, 8)]
            public partial class Generator;

            [Discriminator]
            [Conv2d(8, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
            [Flatten, Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>Images that are changed in two ways before D sees them.</summary>
    public const string DiffAugmented = """
        using GanDsl;

        namespace Demo;

        [Gan(Loss = GanLoss.LeastSquares), Latent(4), Image(1, 4, 4)]
        [DiffAugment(DiffAugmentations.Color | DiffAugmentations.Translation), StepDecay(100, 0.5)]
        public partial class DiffAugmentedGan
        {
            [Generator]
            [Linear(16), Tanh, Reshape(1, 4, 4)]
            public partial class Generator;

            [Discriminator]
            [Flatten, Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>How training goes: an averaged generator, schedules, clipped gradients.</summary>
    public const string Scheduled = """
        using GanDsl;

        namespace Demo;

        [Gan(Loss = GanLoss.Hinge)]
        [Latent(4)]
        [Point(2)]
        [Ema(0.999, Warmup = 10)]
        [WarmUp(500), CosineDecay(20_000)]
        [ClipGradient(10)]
        public partial class ScheduledGan
        {
            [Generator]
            [Linear(32), ReLU]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [LinearDecay(10_000, 20_000, Final = 0.1)]
            [Linear(32), LeakyReLU(0.2)]
            [Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>A loss that compares with real examples, weights that are clipped, both players at once.</summary>
    public const string OwnLoss = """
        using GanDsl;
        using GanDsl.Modules;
        using TorchSharp;

        namespace Demo;

        [Gan]
        [Loss(typeof(HuberLoss))]
        [Latent(2), Point(2)]
        public partial class OwnLossGan
        {
            [Generator]
            [Linear(8), ReLU]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(8), LeakyReLU(0.2)]
            [Linear(1)]
            public partial class Discriminator;
        }

        /// <summary>Least squares near the labels 1 and 0, and straight beyond: no example pulls harder than another.</summary>
        public static class HuberLoss
        {
            public static torch.Tensor Discriminator(torch.Tensor realLogits, torch.Tensor fakeLogits) =>
                torch
                    .nn.functional.huber_loss(realLogits, torch.ones_like(realLogits))
                    .Plus(torch.nn.functional.huber_loss(fakeLogits, torch.zeros_like(fakeLogits)));

            public static torch.Tensor Generator(torch.Tensor fakeLogits) =>
                torch.nn.functional.huber_loss(fakeLogits, torch.ones_like(fakeLogits));
        }
        """;

    public const string Relativistic = """
        using GanDsl;

        namespace Demo;

        [Gan(Loss = GanLoss.RelativisticAverage, Update = GanUpdate.Simultaneous)]
        [Latent(4)]
        [Point(2)]
        [WeightClipping(0.1), R1(0.5, Every = 2)]
        public partial class RelativisticGan
        {
            [Generator]
            [Linear(32), ReLU]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(32, Bias = false), BatchNorm, LeakyReLU(0.2)]
            [Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>Gradients of several parts of a minibatch, of classes and with penalties now and then.</summary>
    public const string Accumulated = """
        using GanDsl;

        namespace Demo;

        [Gan]
        [Latent(4)]
        [Point(2)]
        [Labels(3)]
        [AccumulateGradients(4)]
        [R1(5, Every = 16)]
        [ClipGradient(10)]
        public partial class AccumulatedGan
        {
            [Generator]
            [LabelEmbedding(2)]
            [Linear(32), ReLU]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(32), LeakyReLU(0.2)]
            [AuxiliaryClassifier, Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>The same of packs with a loss that compares, where G learns from the fakes that D saw.</summary>
    public const string AccumulatedSharedFakes = """
        using GanDsl;

        namespace Demo;

        [Gan(Loss = GanLoss.RelativisticAverage, Update = GanUpdate.AlternatingSharedFakes)]
        [Latent(4)]
        [Point(2)]
        [AccumulateGradients(4), Packing(2)]
        public partial class AccumulatedSharedFakesGan
        {
            [Generator]
            [Linear(32), ReLU]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(32), BatchNorm, LeakyReLU(0.2)]
            [Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>The same of both players at once, of images that are changed before D sees them.</summary>
    public const string AccumulatedSimultaneous = """
        using GanDsl;

        namespace Demo;

        [Gan(Update = GanUpdate.Simultaneous)]
        [Latent(4)]
        [Image(1, 8, 8)]
        [Labels(3)]
        [AccumulateGradients(4)]
        [Ada]
        [Ema]
        public partial class AccumulatedSimultaneousGan
        {
            [Generator]
            [LabelEmbedding(2)]
            [Linear(64), Tanh, Reshape(1, 8, 8)]
            public partial class Generator;

            [Discriminator]
            [Conv2d(8, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
            [Flatten]
            [Projection, Linear(1)]
            public partial class Discriminator;
        }
        """;
}
