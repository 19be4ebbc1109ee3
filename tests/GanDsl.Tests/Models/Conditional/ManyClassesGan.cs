namespace GanDsl.Tests.Models;

/// <summary>More classes than a minibatch has rows; the statistics of G's BatchNorm are those of its classes.</summary>
[Gan(BatchSize = 4)]
[Latent(3)]
[Point(2)]
[Labels(8)]
internal partial class ManyClassesGan
{
    [Generator]
    [LabelEmbedding(8), BatchNorm]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5), LeakyReLU(0.2)]
    [Projection]
    public partial class Discriminator;
}
