namespace GanDsl.Tests.Models.Layers;

#pragma warning disable GAN0512 // Layers alone are looked at.

/// <summary>Discriminators of one layer each: layers that are none of the other kinds.</summary>
internal static partial class LayerGans
{
    [Gan, Latent(2), Signal(3, 4, Range = ValueRange.Unbounded)]
    internal partial class LinearGan
    {
        [Generator, Linear(12), Reshape(3, 4)]
        public partial class Generator;

        [Discriminator, Linear(5), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(5)]
    internal partial class MaxoutGan
    {
        [Generator, Linear(5)]
        public partial class Generator;

        [Discriminator, Maxout(4, 3), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(2, 2, 3, Range = ValueRange.Unbounded)]
    internal partial class FlattenGan
    {
        [Generator, Linear(12), Reshape(2, 2, 3)]
        public partial class Generator;

        [Discriminator, Flatten(StartDim = 2), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class ReshapeGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, Reshape(3, -1), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class DropoutGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, Dropout(0.3), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(12)]
    internal partial class GaussianNoiseGan
    {
        [Generator, Linear(12)]
        public partial class Generator;

        [Discriminator, GaussianNoise(0.4), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(5, 2, 3, Range = ValueRange.Unbounded)]
    internal partial class SelfAttentionGan
    {
        [Generator, Linear(30), Reshape(5, 2, 3)]
        public partial class Generator;

        [Discriminator, SelfAttention, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(16, 4, Range = ValueRange.Unbounded)]
    internal partial class SelfAttentionOfSignalsGan
    {
        [Generator, Linear(64), Reshape(16, 4)]
        public partial class Generator;

        [Discriminator, SelfAttention, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(2, 2, 3, Range = ValueRange.Unbounded)]
    internal partial class MinibatchStdDevGan
    {
        [Generator, Linear(12), Reshape(2, 2, 3)]
        public partial class Generator;

        [Discriminator, MinibatchStdDev, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(5)]
    internal partial class MinibatchStdDevOfVectorsGan
    {
        [Generator, Linear(5)]
        public partial class Generator;

        [Discriminator, MinibatchStdDev(2), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(5)]
    internal partial class MinibatchStdDevThatDoesNotDivideGan
    {
        [Generator, Linear(5)]
        public partial class Generator;

        [Discriminator, MinibatchStdDev(5), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(5)]
    internal partial class MinibatchDiscriminationGan
    {
        [Generator, Linear(5)]
        public partial class Generator;

        [Discriminator, MinibatchDiscrimination(3, 2), Flatten, Linear(1)]
        public partial class Discriminator;
    }
}
