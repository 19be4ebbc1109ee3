namespace GanDsl.Generators.Tests.Models;

/// <summary>The declarations that the tests of what is emitted share.</summary>
internal static class DeclaredGans
{
    /// <summary>The DCGAN of the README.</summary>
    public const string Digits = """
        using GanDsl;

        namespace Demo;

        /// <summary>Handwritten digits.</summary>
        [Gan(Loss = GanLoss.NonSaturating)]
        [Latent(64)]
        [Image(1, 28, 28)]
        public partial class DigitGan
        {
            [Generator]
            [Linear(128 * 7 * 7), BatchNorm, ReLU]
            [Reshape(128, 7, 7)]
            [ConvTranspose2d(64, 4, Stride = 2, Padding = 1), BatchNorm, ReLU]
            [ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
            public partial class Generator;

            [Discriminator]
            [Conv2d(64, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
            [Conv2d(128, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
            [Flatten, Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>Points, the saturating loss, two discriminator steps, shared fakes, two optimisers.</summary>
    public const string Ring = """
        using GanDsl;

        namespace Demo.Points;

        [Gan(Loss = GanLoss.Saturating, Update = GanUpdate.AlternatingSharedFakes, DiscriminatorSteps = 2, BatchSize = 32)]
        [Latent(2, Distribution = LatentDistribution.Uniform)]
        [Point(2)]
        [Adam(1e-3, Beta1 = 0.5)]
        public partial class RingGan
        {
            [Generator]
            [Linear(128), LeakyReLU(0.2)]
            [Linear(2, Name = "project")]
            public partial class Generator;

            [Discriminator]
            [Sgd(0.1, Momentum = 0.5)]
            [Maxout(240, 5), Dropout(0.5)]
            [Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>In the global namespace and within another class; signals, simultaneous updates, names that are keywords.</summary>
    public const string Nested = """
        using GanDsl;

        internal partial class Outer
        {
            [Gan(Update = GanUpdate.Simultaneous, Epochs = 3)]
            [Latent(8)]
            [Signal(2, 16, Range = ValueRange.ZeroToOne)]
            internal partial class @event
            {
                [Generator]
                [Linear(32, Name = "class"), Sigmoid]
                [Reshape(2, -1)]
                internal partial class Net;

                [Discriminator]
                [Flatten]
                [Linear(4, Bias = false), BatchNorm(Eps = 1e-4, Momentum = 0.2, Affine = false)]
                [Linear(1)]
                internal partial class Critic;
            }
        }
        """;

    /// <summary>Every argument of the convolutions, with kernels that are not square.</summary>
    public const string Convolutions = """
        using GanDsl;

        namespace Demo;

        [Gan]
        [Latent(12)]
        [Image(3, 8, 10)]
        public partial class ConvolutionGan
        {
            [Generator]
            [Reshape(12, 1, 1)]
            [ConvTranspose2d(8, 4, 5, Bias = false), BatchNorm(TrackRunningStats = false), ReLU]
            [ConvTranspose2d(6, 3, 4, Stride = 2, Padding = 1, OutputPaddingHeight = 1, Groups = 2), LeakyReLU]
            [Conv2d(3, 3, SamePadding = true, PaddingMode = PaddingMode.Reflect), Tanh]
            public partial class Generator;

            [Discriminator]
            [Conv2d(6, 3, 2, StrideHeight = 2, PaddingWidth = 1, Dilation = 2, Groups = 3, Bias = false), LeakyReLU(0.2)]
            [Conv2d(4, 1, PaddingMode = PaddingMode.Circular, Padding = 1), LeakyReLU(0.2)]
            [Conv2d(4, 2, 4, SamePadding = true, PaddingMode = PaddingMode.Reflect), LeakyReLU(0.2)]
            [Conv2d(4, 2, SamePadding = true), LeakyReLU(0.2)]
            [Conv2d(1, 4, 12)]
            public partial class Discriminator;
        }
        """;

    /// <summary>Blocks in blocks, residual ones, a module of the user's own, and modifiers in every place.</summary>
    public const string Structure = """
        using GanDsl;
        using TorchSharp;

        namespace Demo;

        [Gan]
        [Latent(16)]
        [Image(3, 16, 16)]
        [Init(Initializer.Normal, 0.02, Bias = 0)]
        public partial class StructureGan
        {
            [Generator]
            [Init(Initializer.Normal, 0.02, Mean = 1, Bias = 0, For = LayerKinds.Normalizations)]
            [Linear(8 * 4 * 4), Init(Initializer.XavierNormal, 2)]
            [Reshape(8, 4, 4)]
            [Use<UpBlock>(8)]
            [Use<UpBlock>(6, Name = "last"), Use<AddNoise>(0.1, "half \"open\"", NoiseKind.Uniform)]
            [Conv2d(3, 3, Padding = 1), Tanh]
            public partial class Generator;

            [Discriminator]
            [SpectralNorm]
            [Conv2d(8, 3, Padding = 1), LeakyReLU(0.2)]
            [Use<DownBlock>(12), Use<DownBlock>(16)]
            [Use<Refine>]
            [Flatten, Maxout(4, 2), SpectralNorm(PowerIterations = 2, Eps = 1e-6)]
            [Linear(1)]
            public partial class Discriminator;
        }

        [Block]
        [ConvTranspose2d(BlockParameter.First, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
        [Use<Refine>]
        public class UpBlock;

        /// <summary>As in the discriminator of SNGAN.</summary>
        [Block, Residual<Shortcut>(BlockParameter.First)]
        [LeakyReLU(0.2), Conv2d(BlockParameter.First, 3, Padding = 1)]
        [LeakyReLU(0.2), Conv2d(BlockParameter.First, 4, Stride = 2, Padding = 1)]
        public class DownBlock;

        [Block, Conv2d(BlockParameter.First, 2, Stride = 2)]
        internal class Shortcut;

        [Block, Residual, Sigmoid]
        public class Refine;

        public enum NoiseKind { Normal, Uniform }

        [ShapeRule("C, H, W -> C, 2 * H / 2, W")]
        public sealed class AddNoise : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            public AddNoise(double scale, string text, NoiseKind kind = NoiseKind.Normal)
                : base(nameof(AddNoise)) { }

            public override torch.Tensor forward(torch.Tensor input) => input + 0;
        }
        """;

    /// <summary>Layers of signals and of vectors, among them those that the library has modules and functions for.</summary>
    public const string Sounds = """
        using GanDsl;

        namespace Demo;

        [Gan]
        [Latent(16)]
        [Signal(2, 32)]
        public partial class SoundGan
        {
            [Generator]
            [PixelNorm, Linear(16 * 8), PReLU]
            [Reshape(16, 8), InstanceNorm(Affine = true)]
            [Upsample(2, Mode = UpsampleMode.Linear), Conv1d(8, 5, Padding = 2), GELU(Approximate = GeluApproximation.Tanh)]
            [ConvTranspose1d(2, 4, Stride = 2, Padding = 1), Hardtanh]
            public partial class Generator;

            [Discriminator]
            [GaussianNoise(0.05), Conv1d(8, 4, Stride = 2, Padding = 1), ELU]
            [SelfAttention, MaxPool(2)]
            [Conv1d(16, 3, SamePadding = true), GroupNorm(4), SiLU]
            [GlobalSumPool, MinibatchDiscrimination(4, 3), Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>Layers of volumes and of images.</summary>
    public const string Volumes = """
        using GanDsl;

        namespace Demo;

        [Gan]
        [Latent(24)]
        [Image(3, 16, 16, Range = ValueRange.ZeroToOne)]
        public partial class VolumeGan
        {
            [Generator]
            [Linear(64), SELU, Reshape(8, 2, 2, 2)]
            [ConvTranspose3d(8, 4, Stride = 2, Padding = 1, Bias = false), InstanceNorm, Mish]
            [Conv3d(12, 1, 3, 3, PaddingHeight = 1, PaddingWidth = 1), LayerNorm(LastDimensions = 3), Softplus]
            [Reshape(48, 4, 4), PixelShuffle(4), Sigmoid]
            public partial class Generator;

            [Discriminator]
            [Conv2d(8, 4, Stride = 2, Padding = 1), PReLU(PerChannel = true), AvgPool(3, Stride = 1, Padding = 1)]
            [Reshape(2, 4, 8, 8), MaxPool(2), Upsample(1.5, Mode = UpsampleMode.Trilinear, AlignCorners = true)]
            [AdaptiveAvgPool(2, 1, 2), Softmax(1)]
            [MinibatchStdDev, GlobalAvgPool, Linear(1)]
            public partial class Discriminator;
        }
        """;

    /// <summary>One mistake, in the generator: the reshape makes 128·8·8 values of 128·7·7.</summary>
    public const string Broken = """
        using GanDsl;

        namespace Demo;

        [Gan]
        [Latent(64)]
        [Image(1, 28, 28)]
        public partial class BrokenGan
        {
            [Generator]
            [Linear(128 * 7 * 7), ReLU]
            [Reshape(128, 8, 8)]
            [ConvTranspose2d(1, 4, Stride = 4), Tanh]
            public partial class Generator;

            [Discriminator]
            [Flatten, Linear(1)]
            public partial class Discriminator;

            public static void Use()
            {
                using var gan = new BrokenGan(new Options { Seed = 1 });
                using Images samples = gan.Sample(3);
                foreach (var step in gan.Train(samples, epochs: 1))
                {
                    System.Console.WriteLine(step.TotalLoss);
                }
            }
        }
        """;
}
