namespace GanDsl.Tests.Models;

/// <summary>No normalisation and no bound, so that the output grows with the power of the number of layers: what diverges here, diverges soon.</summary>
[Gan(BatchSize = 8)]
[Latent(4)]
[Point(2)]
internal partial class DeepGan
{
    [Generator]
    [Linear(8), LeakyReLU(0.2), Linear(8), LeakyReLU(0.2), Linear(8), LeakyReLU(0.2), Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(8), LeakyReLU(0.2), Linear(8), LeakyReLU(0.2), Linear(8), LeakyReLU(0.2), Linear(1)]
    public partial class Discriminator;
}
