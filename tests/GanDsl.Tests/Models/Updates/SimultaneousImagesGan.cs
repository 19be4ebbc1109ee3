namespace GanDsl.Tests.Models;

/// <summary>Maps in D, which couples no examples: the device decides how it learns.</summary>
[Gan(Update = GanUpdate.Simultaneous)]
[Latent(3)]
[Image(1, 4, 4)]
internal partial class SimultaneousImagesGan
{
    [Generator]
    [Linear(8), ReLU, Reshape(2, 2, 2)]
    [ConvTranspose2d(1, 2, Stride = 2), Tanh]
    public partial class Generator;

    [Discriminator]
    [Conv2d(3, 3, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
