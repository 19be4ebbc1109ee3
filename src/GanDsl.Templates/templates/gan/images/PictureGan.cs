using GanDsl;

/// <summary>Pictures of 1 × 28 × 28 pixels from 64 random numbers.</summary>
[Gan]
[Latent(64)]
[Image(1, 28, 28)]
public partial class PictureGan
{
    [Generator]
    [Linear(64 * 7 * 7), BatchNorm, ReLU]
    [Reshape(64, 7, 7)]
    [ConvTranspose2d(32, 4, Stride = 2, Padding = 1), BatchNorm, ReLU]
    [ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
    public partial class Generator;

    [Discriminator]
    [Conv2d(32, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Conv2d(64, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
