namespace GanDsl.Tests.Models;

#pragma warning disable GAN0408 // The generator of Zhang et al. 2019 has both normalisations, too.

/// <summary>Networks after Zhang et al. 2019 and Brock et al. 2019: attention and layers of labels, with every weight normalised.</summary>
[Gan(Loss = GanLoss.Hinge)]
[Latent(4)]
[Image(2, 4, 4)]
[Labels(3)]
[Sgd(0.05)]
[Ema(0.9)]
internal partial class AttentiveGan
{
    [Generator]
    [SpectralNorm, Init(Initializer.Orthogonal, 3)]
    [LabelEmbedding(2), Linear(8 * 2 * 2), Reshape(8, 2, 2)]
    [Upsample(2), Conv2d(8, 3, Padding = 1), ConditionalBatchNorm, ReLU]
    [SelfAttention, Conv2d(2, 1), Tanh]
    public partial class Generator;

    [Discriminator]
    [SpectralNorm]
    [LabelEmbedding(2), SpectralNorm(PowerIterations = 3)]
    [Conv2d(16, 3, Padding = 1), LeakyReLU(0.2)]
    [SelfAttention, SpectralNorm(PowerIterations = 2, Eps = 1e-8)]
    [Use<Attentive>(8), LeakyReLU(0.2), GlobalSumPool]
    [AuxiliaryClassifier(0.5), Projection]
    public partial class Discriminator;

    [Block, Residual<Narrowed>(BlockParameter.First)]
    [SelfAttention, Conv2d(BlockParameter.First, 1)]
    public class Attentive;

    [Block, SelfAttention, Conv2d(BlockParameter.First, 1, Bias = false)]
    public class Narrowed;
}
