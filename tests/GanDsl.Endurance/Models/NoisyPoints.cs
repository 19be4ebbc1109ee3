namespace GanDsl.Endurance.Models;

/// <summary>Dropout and noise draw random numbers in training; generated examples are shared; trained on a sampler.</summary>
[Gan(Update = GanUpdate.AlternatingSharedFakes, BatchSize = 8)]
[Latent(4)]
[Point(2)]
internal partial class NoisyPoints
{
    [Generator]
    [Linear(8), ReLU, Dropout(0.3)]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [GaussianNoise(0.2), Linear(8), LeakyReLU(0.2), Dropout(0.5)]
    [Linear(1)]
    public partial class Discriminator;
}
