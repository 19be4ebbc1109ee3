namespace GanDsl.Endurance.Models;

/// <summary>Adaptive augmentation, a lazy penalty, spectral and batch normalisation; trained on a data set that is read ahead.</summary>
[Gan(BatchSize = 4)]
[Latent(6)]
[Image(1, 8, 8)]
[Ada(0, Speed = 200), R1(1, Every = 3)]
internal partial class AdaptiveImages
{
    [Generator]
    [Linear(4 * 4 * 4, Bias = false), BatchNorm, ReLU, Reshape(4, 4, 4)]
    [ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
    public partial class Generator;

    [Discriminator]
    [SpectralNorm]
    [Conv2d(4, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
