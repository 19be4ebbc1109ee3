namespace GanDsl.Tests.Models;

#pragma warning disable GAN0512 // What convolutions compute is looked at, whatever stands between them.

/// <summary>The arguments of the convolutions: kernels that are not square, dilation, groups, every padding.</summary>
[Gan]
[Latent(12)]
[Image(3, 8, 10)]
internal partial class ConvolutionLayersGan
{
    [Generator]
    [Reshape(12, 1, 1)]
    [ConvTranspose2d(8, 4, 5, Bias = false), BatchNorm(TrackRunningStats = false, Eps = 1e-3), ReLU]
    [ConvTranspose2d(6, 3, Stride = 2, Padding = 1, OutputPadding = 1, Groups = 2), LeakyReLU]
    [ConvTranspose2d(3, 3, 2, Padding = 1, DilationWidth = 2), Tanh]
    public partial class Generator;

    [Discriminator]
    [Conv2d(6, 3, 2, StrideHeight = 2, PaddingWidth = 1, Dilation = 2, Groups = 3, Bias = false), LeakyReLU(0.2)]
    [Conv2d(4, 1, PaddingMode = PaddingMode.Circular, Padding = 1), ReLU]
    [Conv2d(4, 2, 4, SamePadding = true, PaddingMode = PaddingMode.Reflect), Tanh]
    [Conv2d(2, 3, SamePadding = true, Dilation = 2), BatchNorm(Momentum = 0.3), Sigmoid]
    [Conv2d(2, 3, 5, PaddingHeight = 1, PaddingWidth = 2, StrideWidth = 3, PaddingMode = PaddingMode.Replicate)]
    [Conv2d(1, 4)]
    public partial class Discriminator;
}
