namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>A GAN of rows of a table, in three classes.</summary>
[Gan(BatchSize = 4, Epochs = 2)]
[Latent(2), Point(2), Labels(3)]
internal partial class FlowerGan
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
