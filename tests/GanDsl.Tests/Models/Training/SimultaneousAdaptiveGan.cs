namespace GanDsl.Tests.Models;

/// <summary>Adaptive augmentation whose probability grows with any image that D is sure of.</summary>
[Gan(Update = GanUpdate.Simultaneous)]
[Latent(3)]
[Image(3, 8, 8)]
[Ada(-1, Speed = 100)]
internal partial class SimultaneousAdaptiveGan
{
    [Generator]
    [Linear(3 * 8 * 8), Tanh, Reshape(3, 8, 8)]
    public partial class Generator;

    [Discriminator]
    [Conv2d(4, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
