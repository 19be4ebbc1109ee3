namespace GanDsl.Tests.Models.Layers;

#pragma warning disable GAN0211, GAN0213, GAN0512 // What is dropped or covered unevenly has to be computed as PyTorch does, each layer alone.

/// <summary>Discriminators of one layer each: convolutions.</summary>
internal static partial class LayerGans
{
    [Gan, Latent(2), Signal(3, 9, Range = ValueRange.Unbounded)]
    internal partial class Conv1dCircularGan
    {
        [Generator, Linear(27), Reshape(3, 9)]
        public partial class Generator;

        [
            Discriminator,
            Conv1d(4, 3, Stride = 2, Padding = 2, Dilation = 2, PaddingMode = PaddingMode.Circular),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(3, 9, Range = ValueRange.Unbounded)]
    internal partial class Conv1dSameGan
    {
        [Generator, Linear(27), Reshape(3, 9)]
        public partial class Generator;

        [Discriminator, Conv1d(6, 4, SamePadding = true, Groups = 3, Bias = false), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(3, 4, 5, Range = ValueRange.Unbounded)]
    internal partial class Conv2dGan
    {
        [Generator, Linear(60), Reshape(3, 4, 5)]
        public partial class Generator;

        [Discriminator, Conv2d(4, 3, 2, Stride = 2, Padding = 1, PaddingMode = PaddingMode.Reflect), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(3, 4, 5, Range = ValueRange.Unbounded)]
    internal partial class Conv2dSameCircularGan
    {
        [Generator, Linear(60), Reshape(3, 4, 5)]
        public partial class Generator;

        [
            Discriminator,
            Conv2d(2, 2, 3, SamePadding = true, DilationHeight = 3, PaddingMode = PaddingMode.Circular),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(4, 3, 4, Range = ValueRange.Unbounded)]
    internal partial class Conv2dSameReflectGan
    {
        [Generator, Linear(48), Reshape(4, 3, 4)]
        public partial class Generator;

        [
            Discriminator,
            Conv2d(2, 1, 3, SamePadding = true, Groups = 2, PaddingMode = PaddingMode.Reflect),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(6, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class Conv3dGan
    {
        [Generator, Linear(72), Reshape(6, 4, 3)]
        public partial class Generator;

        [
            Discriminator,
            Reshape(2, 3, 4, 3),
            Conv3d(4, 2, 3, 1, StrideHeight = 2, PaddingDepth = 1, PaddingHeight = 2, DilationDepth = 2, Groups = 2),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(6, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class Conv3dWideBorderGan
    {
        [Generator, Linear(72), Reshape(6, 4, 3)]
        public partial class Generator;

        [
            Discriminator,
            Reshape(2, 3, 4, 3),
            Conv3d(3, 5, 3, 2, StrideDepth = 2, PaddingDepth = 3, PaddingHeight = 1),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(6, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class Conv3dSameGan
    {
        [Generator, Linear(72), Reshape(6, 4, 3)]
        public partial class Generator;

        [
            Discriminator,
            Reshape(2, 3, 4, 3),
            Conv3d(2, 2, SamePadding = true, PaddingMode = PaddingMode.Replicate),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(6, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class Conv3dSameUnevenGan
    {
        [Generator, Linear(72), Reshape(6, 4, 3)]
        public partial class Generator;

        [Discriminator, Reshape(2, 3, 4, 3), Conv3d(3, 2, 1, 4, SamePadding = true), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Signal(4, 5, Range = ValueRange.Unbounded)]
    internal partial class ConvTranspose1dGan
    {
        [Generator, Linear(20), Reshape(4, 5)]
        public partial class Generator;

        [
            Discriminator,
            ConvTranspose1d(6, 3, Stride = 3, Padding = 1, OutputPadding = 2, Groups = 2),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(3, 2, 3, Range = ValueRange.Unbounded)]
    internal partial class ConvTranspose2dGan
    {
        [Generator, Linear(18), Reshape(3, 2, 3)]
        public partial class Generator;

        [Discriminator, ConvTranspose2d(2, 4, Stride = 2, Padding = 1, Dilation = 2), Flatten, Linear(1)]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(4, 2, 3, Range = ValueRange.Unbounded)]
    internal partial class ConvTranspose2dOblongGan
    {
        [Generator, Linear(24), Reshape(4, 2, 3)]
        public partial class Generator;

        [
            Discriminator,
            ConvTranspose2d(
                6,
                3,
                2,
                Stride = 2,
                PaddingHeight = 1,
                OutputPaddingWidth = 2,
                DilationWidth = 3,
                Groups = 2
            ),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(4, 3, 2, Range = ValueRange.Unbounded)]
    internal partial class ConvTranspose3dGan
    {
        [Generator, Linear(24), Reshape(4, 3, 2)]
        public partial class Generator;

        [
            Discriminator,
            Reshape(2, 2, 3, 2),
            ConvTranspose3d(
                3,
                2,
                3,
                1,
                StrideHeight = 2,
                OutputPaddingHeight = 1,
                PaddingDepth = 1,
                DilationDepth = 2,
                Bias = false
            ),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(6, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class ConvTranspose3dWideBorderGan
    {
        [Generator, Linear(72), Reshape(6, 4, 3)]
        public partial class Generator;

        [
            Discriminator,
            Reshape(2, 3, 4, 3),
            ConvTranspose3d(3, 6, 3, 2, StrideDepth = 2, PaddingDepth = 3),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }

    [Gan, Latent(2), Image(6, 4, 3, Range = ValueRange.Unbounded)]
    internal partial class ConvTranspose3dWideBorderOblongGan
    {
        [Generator, Linear(72), Reshape(6, 4, 3)]
        public partial class Generator;

        [
            Discriminator,
            Reshape(2, 3, 4, 3),
            ConvTranspose3d(3, 6, 3, 2, StrideDepth = 2, PaddingDepth = 3, OutputPaddingDepth = 1),
            Flatten,
            Linear(1)
        ]
        public partial class Discriminator;
    }
}
