namespace GanDsl.Tests.Models;

/// <summary>Adaptive augmentation that moves fast, under a penalty.</summary>
[Gan]
[Latent(3)]
[Image(3, 8, 8)]
[Ada(0, Speed = 100), R1(1)]
internal partial class AlternatingAdaptiveGan
{
    [Generator]
    [Linear(3 * 8 * 8), Tanh, Reshape(3, 8, 8)]
    public partial class Generator;

    [Discriminator]
    [Conv2d(4, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
