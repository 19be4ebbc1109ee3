namespace GanDsl.Tests.Models.Layers;

#pragma warning disable GAN0401 // A normalisation right on the data is just what is looked at here.

/// <summary>Discriminators of one layer each: normalisations.</summary>
internal static partial class LayerGans
{
    [Gan, Latent(2), Signal(3, 4, Range = ValueRange.Unbounded)]
    internal partial class BatchNormGan
    {
        [Generator, Linear(12), Reshape(3, 4)]
        public partial class Generator;

        [Discriminator, BatchNorm, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(3, 6, Range = ValueRange.Unbounded)]
    internal partial class InstanceNormOfSignalsGan
    {
        [Generator, Linear(18), Reshape(3, 6)]
        public partial class Generator;

        [Discriminator, InstanceNorm, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(3, 2, 4, Range = ValueRange.Unbounded)]
    internal partial class InstanceNormOfImagesGan
    {
        [Generator, Linear(24), Reshape(3, 2, 4)]
        public partial class Generator;

        [Discriminator, InstanceNorm(Affine = true, Eps = 1e-3), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(4, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class InstanceNormOfVolumesGan
    {
        [Generator, Linear(48), Reshape(4, 4, 3)]
        public partial class Generator;

        [Discriminator, Reshape(2, 2, 4, 3), InstanceNorm(TrackRunningStats = true, Momentum = 0.3), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(3, 2, 2, Range = ValueRange.Unbounded)]
    internal partial class LayerNormGan
    {
        [Generator, Linear(12), Reshape(3, 2, 2)]
        public partial class Generator;

        [Discriminator, LayerNorm, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(3, 2, 4, Range = ValueRange.Unbounded)]
    internal partial class LayerNormOfLastGan
    {
        [Generator, Linear(24), Reshape(3, 2, 4)]
        public partial class Generator;

        [Discriminator, LayerNorm(LastDimensions = 1, Eps = 1e-3), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(9)]
    internal partial class LayerNormPlainGan
    {
        [Generator, Linear(9)]
        public partial class Generator;

        [Discriminator, LayerNorm(ElementwiseAffine = false), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(6, 2, 2, Range = ValueRange.Unbounded)]
    internal partial class GroupNormGan
    {
        [Generator, Linear(24), Reshape(6, 2, 2)]
        public partial class Generator;

        [Discriminator, GroupNorm(3), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(8)]
    internal partial class GroupNormOfVectorsGan
    {
        [Generator, Linear(8)]
        public partial class Generator;

        [Discriminator, GroupNorm(2, Affine = false, Eps = 1e-3), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(5, 2, 2, Range = ValueRange.Unbounded)]
    internal partial class PixelNormGan
    {
        [Generator, Linear(20), Reshape(5, 2, 2)]
        public partial class Generator;

        [Discriminator, PixelNorm, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Point(8)]
    internal partial class PixelNormOfVectorsGan
    {
        [Generator, Linear(8)]
        public partial class Generator;

        [Discriminator, PixelNorm(Eps = 0.05), Flatten, Linear(1)]
        public partial class Discriminator;
    }
}
