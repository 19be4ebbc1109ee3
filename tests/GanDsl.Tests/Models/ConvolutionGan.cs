namespace GanDsl.Tests.Models;

/// <summary>Small images, with batch normalisation in both networks and dropout in the discriminator.</summary>
[Gan(BatchSize = 6)]
[Latent(5)]
[Image(1, 8, 8)]
internal partial class ConvolutionGan
{
    [Generator]
    [Linear(8 * 2 * 2), BatchNorm, ReLU]
    [Reshape(8, 2, 2)]
    [ConvTranspose2d(4, 4, Stride = 2, Padding = 1), BatchNorm, ReLU]
    [ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
    public partial class Generator;

    [Discriminator]
    [Conv2d(4, 4, Stride = 2, Padding = 1), LeakyReLU(0.2), Dropout(0.25)]
    [Conv2d(6, 3, Stride = 2, Padding = 1), BatchNorm, LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
