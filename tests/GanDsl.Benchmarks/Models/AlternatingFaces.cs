namespace GanDsl.Benchmarks.Models;

/// <summary>The networks of PyTorch's DCGAN tutorial: what a step costs on a GPU is arithmetic and memory traffic.</summary>
[Gan(Update = GanUpdate.Alternating, BatchSize = 128)]
[Latent(100), Image(3, 64, 64)]
public partial class AlternatingFaces
{
    [Generator]
    [Reshape(100, 1, 1)]
    [ConvTranspose2d(512, 4, Bias = false), BatchNorm, ReLU]
    [ConvTranspose2d(256, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
    [ConvTranspose2d(128, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
    [ConvTranspose2d(64, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
    [ConvTranspose2d(3, 4, Stride = 2, Padding = 1, Bias = false), Tanh]
    public partial class Generator;

    [Discriminator]
    [Conv2d(64, 4, Stride = 2, Padding = 1, Bias = false), LeakyReLU(0.2)]
    [Conv2d(128, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, LeakyReLU(0.2)]
    [Conv2d(256, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, LeakyReLU(0.2)]
    [Conv2d(512, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, LeakyReLU(0.2)]
    [Conv2d(1, 4, Bias = false), Flatten]
    public partial class Discriminator;
}
