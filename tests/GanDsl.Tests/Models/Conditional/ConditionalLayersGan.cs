namespace GanDsl.Tests.Models;

[Gan]
[Latent(3)]
[Image(2, 3, 4)]
[Labels(4)]
[Sgd(0.1)]
internal partial class ConditionalLayersGan
{
    [Generator]
    [LabelEmbedding(2), Linear(24), ConditionalBatchNorm(Eps = 1e-3), ReLU]
    [Reshape(2, 3, 4), ConditionalBatchNorm, LabelEmbedding(3)]
    [Conv2d(2, 3, SamePadding = true), Tanh]
    public partial class Generator;

    [Discriminator]
    [LabelEmbedding(2), Conv2d(3, 3), LeakyReLU(0.2)]
    [Flatten, AuxiliaryClassifier, Projection]
    public partial class Discriminator;
}
