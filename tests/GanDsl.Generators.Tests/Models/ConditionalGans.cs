namespace GanDsl.Generators.Tests.Models;

/// <summary>Declarations with labels.</summary>
internal static class ConditionalGans
{
    /// <summary>Embedded labels, conditional batch normalisation in a block, a projection discriminator with a gradient penalty.</summary>
    public const string Projected = """
        using GanDsl;

        namespace Demo;

        [Gan(Loss = GanLoss.Hinge)]
        [Latent(16)]
        [Image(1, 8, 8)]
        [Labels(10)]
        [R1(1)]
        public partial class ProjectedGan
        {
            [Block]
            [ConvTranspose2d(BlockParameter.First, 4, Stride = 2, Padding = 1, Bias = false), ConditionalBatchNorm, ReLU]
            private class UpBlock;

            [Generator]
            [LabelEmbedding(4)]
            [Linear(64), ReLU, Reshape(16, 2, 2)]
            [Use<UpBlock>(8)]
            [LabelEmbedding(1), ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
            public partial class Generator;

            [Discriminator]
            [Conv2d(8, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
            [Flatten, Projection]
            public partial class Discriminator;
        }
        """;

    /// <summary>Modules of its own that are given the labels, in a block and in D.</summary>
    public const string Modulated = """
        using GanDsl;
        using static TorchSharp.torch;

        namespace Demo;

        [Gan, Latent(4), Point(2), Labels(3)]
        public partial class ModulatedGan
        {
            [Block]
            [Linear(BlockParameter.First), Use<Film>(BlockParameter.First), ReLU]
            private class ModulatedBlock;

            [Generator]
            [Use<ModulatedBlock>(8)]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(8), Use<Film>(8), LeakyReLU(0.2)]
            [Linear(1)]
            public partial class Discriminator;
        }

        /// <summary>A scale for each class and feature: the output has the shape of the input.</summary>
        [ShapeRule(KeepsShape = true)]
        public sealed class Film : nn.Module<Tensor, Tensor, Tensor>
        {
            private readonly TorchSharp.Modules.Embedding scales;

            public Film(int features)
                : base(nameof(Film))
            {
                scales = nn.Embedding(3, features);
                RegisterComponents();
            }

            public override Tensor forward(Tensor input, Tensor labels) => input * scales.call(labels);
        }
        """;

    /// <summary>AC-GAN: D names the class; both players at once.</summary>
    public const string Auxiliary = """
        using GanDsl;

        namespace Demo;

        [Gan(Update = GanUpdate.Simultaneous)]
        [Latent(4)]
        [Point(2)]
        [Labels(3)]
        public partial class AuxiliaryGan
        {
            [Generator]
            [LabelEmbedding(2)]
            [Linear(32), ReLU]
            [Linear(2)]
            public partial class Generator;

            [Discriminator]
            [Linear(32, Bias = false), BatchNorm, LeakyReLU(0.2)]
            [AuxiliaryClassifier(0.5), Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>Labels for D as well as from D, in turns, with a loss that compares.</summary>
    public const string Embedded = """
        using GanDsl;

        namespace Demo;

        [Gan(Loss = GanLoss.RelativisticAverage, Update = GanUpdate.AlternatingSharedFakes)]
        [Latent(4)]
        [Signal(2, 6)]
        [Labels(5)]
        public partial class EmbeddedGan
        {
            [Generator]
            [LabelEmbedding(2)]
            [Linear(12), ConditionalBatchNorm(Eps = 1e-3, Momentum = 0.2), Tanh, Reshape(2, 6)]
            public partial class Generator;

            [Discriminator]
            [LabelEmbedding(3)]
            [Flatten, Linear(16), LeakyReLU(0.2)]
            [AuxiliaryClassifier, Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>Attention and layers of labels whose weights are normalised, in a network, in a block and by themselves.</summary>
    public const string Attentive = """
        using GanDsl;

        namespace Demo;

        [Gan(Loss = GanLoss.Hinge)]
        [Latent(8)]
        [Image(3, 8, 8)]
        [Labels(10)]
        public partial class AttentiveGan
        {
            [Generator]
            [LabelEmbedding(4), SpectralNorm]
            [Linear(16 * 4 * 4), ReLU, Reshape(16, 4, 4)]
            [SelfAttention, Upsample(2), Conv2d(3, 3, Padding = 1), Tanh]
            public partial class Generator;

            [Discriminator]
            [SpectralNorm, Init(Initializer.Orthogonal, For = LayerKinds.Attention)]
            [Conv2d(16, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
            [Use<Attentive>]
            [GlobalSumPool, AuxiliaryClassifier(0.5)]
            [Projection, SpectralNorm(PowerIterations = 2, Eps = 1e-6)]
            public partial class Discriminator;
        }

        [Block, Residual, SelfAttention, Conv2d(16, 1)]
        public class Attentive;
        """;
}
