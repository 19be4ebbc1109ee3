namespace GanDsl.Tests.Models;

/// <summary>Every layer with a weight for labels, normalised.</summary>
[Gan]
[Latent(3)]
[Point(2)]
[Labels(4)]
[Sgd(0.1)]
internal partial class NormalizedLabelsGan
{
    [Generator]
    [LabelEmbedding(3), SpectralNorm]
    [Linear(6), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [SpectralNorm]
    [LabelEmbedding(3), Linear(5), LeakyReLU(0.2)]
    [AuxiliaryClassifier, Projection]
    public partial class Discriminator;
}
