namespace GanDsl.Benchmarks.Models;

/// <summary>Two small perceptrons: the cost of a step is the cost of calling operators.</summary>
[Gan(Update = GanUpdate.Alternating, BatchSize = 256)]
[Latent(2), Point(2)]
public partial class AlternatingPoints
{
    [Generator]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
