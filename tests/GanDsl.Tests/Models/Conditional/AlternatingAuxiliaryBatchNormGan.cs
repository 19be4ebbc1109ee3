namespace GanDsl.Tests.Models;

[Gan]
[Latent(3)]
[Point(2)]
[Labels(3)]
[Sgd(0.1)]
internal partial class AlternatingAuxiliaryBatchNormGan
{
    [Generator]
    [LabelEmbedding(2)]
    [Linear(6), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5, Bias = false), BatchNorm, LeakyReLU(0.2)]
    [AuxiliaryClassifier(0.5), Linear(1)]
    public partial class Discriminator;
}
