namespace GanDsl.Benchmarks.Models;

/// <summary>The DCGAN of the digits example with BatchNorm in D, which couples the examples of a minibatch.</summary>
[Gan(Update = GanUpdate.AlternatingSharedFakes)]
[Latent(64), Image(1, 28, 28)]
public partial class AlternatingSharedFakesNormalizedImages
{
    [Generator]
    [Linear(128 * 7 * 7), BatchNorm, ReLU]
    [Reshape(128, 7, 7)]
    [ConvTranspose2d(64, 4, Stride = 2, Padding = 1), BatchNorm, ReLU]
    [ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
    public partial class Generator;

    [Discriminator]
    [Conv2d(64, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Conv2d(128, 4, Stride = 2, Padding = 1), BatchNorm, LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
