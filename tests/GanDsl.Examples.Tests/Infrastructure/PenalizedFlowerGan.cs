namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>The networks of <see cref="FlowerGan"/>, with another loss, and where D is held back by a lazy penalty.</summary>
[Gan(Loss = GanLoss.Hinge, BatchSize = 4, Epochs = 2)]
[Latent(2), Point(2), Labels(3)]
[R1(10, Every = 2)]
internal partial class PenalizedFlowerGan
{
    [Generator]
    [LabelEmbedding(2)]
    [Linear(8), ReLU, Linear(2)]
    public partial class Generator;

    [Discriminator]
    [LabelEmbedding(2)]
    [Linear(8), LeakyReLU(0.2), Linear(1)]
    public partial class Discriminator;
}
