namespace GanDsl.Tests.Models.Layers;

/// <summary>Discriminators of one layer each: activations.</summary>
internal static partial class LayerGans
{
    [Gan, Latent(2), Point(12)]
    internal partial class ReLUGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, ReLU, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class LeakyReLUGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, LeakyReLU(0.2), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class SigmoidGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, Sigmoid, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class TanhGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, Tanh, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class GELUGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, GELU, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class GELUByTanhGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, GELU(Approximate = GeluApproximation.Tanh), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class SiLUGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, SiLU, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class ELUGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, ELU(0.7), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class SELUGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, SELU, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class MishGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, Mish, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(3, 4, Range = ValueRange.Unbounded)]
    internal partial class PReLUGan
    {
        [Generator, Linear(12), Reshape(3, 4)]
        public partial class Generator;

        [Discriminator, PReLU(0.1), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(3, 4, Range = ValueRange.Unbounded)]
    internal partial class PReLUPerChannelGan
    {
        [Generator, Linear(12), Reshape(3, 4)]
        public partial class Generator;

        [Discriminator, PReLU(PerChannel = true), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class SoftplusGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, Softplus(2, Threshold = 1), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(3, 2, 2, Range = ValueRange.Unbounded)]
    internal partial class SoftmaxGan
    {
        [Generator, Linear(12), Reshape(3, 2, 2)]
        public partial class Generator;

        [Discriminator, Softmax(1), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(3, 4, Range = ValueRange.Unbounded)]
    internal partial class SoftmaxOfLastGan
    {
        [Generator, Linear(12), Reshape(3, 4)]
        public partial class Generator;

        [Discriminator, Softmax, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class HardtanhGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, Hardtanh(-0.5, 0.25), Flatten, Linear(1)]
        public partial class Discriminator;
    }
}
