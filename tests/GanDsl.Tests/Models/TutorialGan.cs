namespace GanDsl.Tests.Models;

/// <summary>The generator of PyTorch's DCGAN tutorial with few channels.</summary>
[Gan(BatchSize = 4)]
[Latent(10)]
[Image(3, 64, 64)]
internal partial class TutorialGan
{
    [Generator]
    [Reshape(10, 1, 1)]
    [ConvTranspose2d(32, 4, Bias = false), BatchNorm, ReLU]
    [ConvTranspose2d(16, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
    [ConvTranspose2d(8, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
    [ConvTranspose2d(4, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
    [ConvTranspose2d(3, 4, Stride = 2, Padding = 1, Bias = false), Tanh]
    public partial class Generator;

    [Discriminator]
    [Conv2d(4, 4, Stride = 4), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
