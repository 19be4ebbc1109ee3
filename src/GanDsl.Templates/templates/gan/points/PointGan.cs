using GanDsl;

/// <summary>Points of the plane from 16 random numbers.</summary>
[Gan(BatchSize = 256)]
[Latent(16)]
[Point(2)]
[Adam(1e-3, Beta1 = 0.5)]
public partial class PointGan
{
    [Generator]
    [Linear(128), ReLU, Linear(128), ReLU, Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(128), LeakyReLU(0.2), Linear(128), LeakyReLU(0.2), Linear(1)]
    public partial class Discriminator;
}
