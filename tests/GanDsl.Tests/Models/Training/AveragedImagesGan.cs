namespace GanDsl.Tests.Models;

/// <summary>Images of an averaged generator, whose convolutions and statistics are averaged as well.</summary>
[Gan(BatchSize = 6)]
[Latent(5)]
[Image(2, 8, 8)]
[Ema(0.9)]
[ClipGradient(0.5)]
internal partial class AveragedImagesGan
{
    [Generator]
    [Linear(8 * 2 * 2), ReLU, Reshape(8, 2, 2)]
    [ConvTranspose2d(4, 4, Stride = 2, Padding = 1), BatchNorm, ReLU]
    [ConvTranspose2d(2, 4, Stride = 2, Padding = 1), Tanh]
    public partial class Generator;

    [Discriminator]
    [Conv2d(4, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
