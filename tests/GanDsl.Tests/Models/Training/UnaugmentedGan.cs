namespace GanDsl.Tests.Models;

/// <summary>The networks of <see cref="SimultaneousAdaptiveGan"/>, whose images are shown as they are.</summary>
[Gan(Update = GanUpdate.Simultaneous)]
[Latent(3)]
[Image(3, 8, 8)]
internal partial class UnaugmentedGan
{
    [Generator]
    [Linear(3 * 8 * 8), Tanh, Reshape(3, 8, 8)]
    public partial class Generator;

    [Discriminator]
    [Conv2d(4, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
