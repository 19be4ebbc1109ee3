namespace GanDsl.Tests.Models;

/// <summary>Points, with dropout in both networks: training draws random numbers beyond the latents.</summary>
[Gan(Update = GanUpdate.AlternatingSharedFakes, BatchSize = 8)]
[Latent(4, Distribution = LatentDistribution.Uniform)]
[Point(2)]
internal partial class DropoutGan
{
    [Generator]
    [Linear(8), ReLU, Dropout(0.3)]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Maxout(6, 3), Dropout(0.5)]
    [Linear(1)]
    public partial class Discriminator;
}
