namespace GanDsl.Tests.Models.Layers;

#pragma warning disable GAN0211 // What is dropped has to be dropped as in PyTorch.

/// <summary>Discriminators of one layer each: pooling and upsampling.</summary>
internal static partial class LayerGans
{
    [Gan, Latent(2), Signal(2, 8, Range = ValueRange.Unbounded)]
    internal partial class AvgPoolOfSignalsGan
    {
        [Generator, Linear(16), Reshape(2, 8)]
        public partial class Generator;

        [
            Discriminator,
            AvgPool(3, Stride = 2, Padding = 1, CountIncludePad = false, CeilMode = true),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(2, 4, 6, Range = ValueRange.Unbounded)]
    internal partial class AvgPoolOfImagesGan
    {
        [Generator, Linear(48), Reshape(2, 4, 6)]
        public partial class Generator;

        [Discriminator, AvgPool(2, Padding = 1), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(4, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class AvgPoolOfVolumesGan
    {
        [Generator, Linear(48), Reshape(4, 4, 3)]
        public partial class Generator;

        [
            Discriminator,
            Reshape(2, 2, 4, 3),
            AvgPool(2, Stride = 1, Padding = 1, CountIncludePad = false),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(2, 8, Range = ValueRange.Unbounded)]
    internal partial class MaxPoolOfSignalsGan
    {
        [Generator, Linear(16), Reshape(2, 8)]
        public partial class Generator;

        [Discriminator, MaxPool(2, Stride = 1, Padding = 1, Dilation = 3), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(2, 4, 6, Range = ValueRange.Unbounded)]
    internal partial class MaxPoolOfImagesGan
    {
        [Generator, Linear(48), Reshape(2, 4, 6)]
        public partial class Generator;

        [Discriminator, MaxPool(3, Stride = 2, CeilMode = true), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(4, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class MaxPoolOfVolumesGan
    {
        [Generator, Linear(48), Reshape(4, 4, 3)]
        public partial class Generator;

        [Discriminator, Reshape(2, 2, 4, 3), MaxPool(2, Stride = 1), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(2, 7, Range = ValueRange.Unbounded)]
    internal partial class AdaptiveAvgPoolOfSignalsGan
    {
        [Generator, Linear(14), Reshape(2, 7)]
        public partial class Generator;

        [Discriminator, AdaptiveAvgPool(3), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(2, 4, 5, Range = ValueRange.Unbounded)]
    internal partial class AdaptiveAvgPoolOfImagesGan
    {
        [Generator, Linear(40), Reshape(2, 4, 5)]
        public partial class Generator;

        [Discriminator, AdaptiveAvgPool(2, 7), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(4, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class AdaptiveAvgPoolOfVolumesGan
    {
        [Generator, Linear(48), Reshape(4, 4, 3)]
        public partial class Generator;

        [Discriminator, Reshape(2, 2, 4, 3), AdaptiveAvgPool(2), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(3, 2, 4, Range = ValueRange.Unbounded)]
    internal partial class GlobalAvgPoolGan
    {
        [Generator, Linear(24), Reshape(3, 2, 4)]
        public partial class Generator;

        [Discriminator, GlobalAvgPool, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(4, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class GlobalSumPoolGan
    {
        [Generator, Linear(48), Reshape(4, 4, 3)]
        public partial class Generator;

        [Discriminator, Reshape(2, 2, 4, 3), GlobalSumPool, Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(2, 3, 4, Range = ValueRange.Unbounded)]
    internal partial class UpsampleNearestGan
    {
        [Generator, Linear(24), Reshape(2, 3, 4)]
        public partial class Generator;

        [Discriminator, Upsample(2), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(2, 5, Range = ValueRange.Unbounded)]
    internal partial class UpsampleLinearGan
    {
        [Generator, Linear(10), Reshape(2, 5)]
        public partial class Generator;

        [Discriminator, Upsample(1.5, Mode = UpsampleMode.Linear), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(2, 3, 4, Range = ValueRange.Unbounded)]
    internal partial class UpsampleBilinearGan
    {
        [Generator, Linear(24), Reshape(2, 3, 4)]
        public partial class Generator;

        [Discriminator, Upsample(2.5, Mode = UpsampleMode.Bilinear, AlignCorners = true), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(2, 3, 4, Range = ValueRange.Unbounded)]
    internal partial class UpsampleBicubicGan
    {
        [Generator, Linear(24), Reshape(2, 3, 4)]
        public partial class Generator;

        [Discriminator, Upsample(2, Mode = UpsampleMode.Bicubic), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(4, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class UpsampleTrilinearGan
    {
        [Generator, Linear(48), Reshape(4, 4, 3)]
        public partial class Generator;

        [Discriminator, Reshape(2, 2, 4, 3), Upsample(2, Mode = UpsampleMode.Trilinear), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(8, 2, 3, Range = ValueRange.Unbounded)]
    internal partial class PixelShuffleGan
    {
        [Generator, Linear(48), Reshape(8, 2, 3)]
        public partial class Generator;

        [Discriminator, PixelShuffle(2), Flatten, Linear(1)]
        public partial class Discriminator;
    }
}
