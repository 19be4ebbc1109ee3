using GanDsl;

namespace ConditionalDigits;

/// <summary>
/// Digits of a class that is asked for. [Labels] makes training and sampling take typed labels; the generator reads them in its
/// normalisations, the discriminator at its end (Miyato and Koyama 2018).
/// </summary>
[Gan(Loss = GanLoss.NonSaturating, BatchSize = 32)]
[Latent(32)]
[Image(1, 28, 28)]
[Labels(10)]
[Init(Initializer.Normal, 0.02)]
public partial class ConditionalDigitGan
{
    /// <summary>Doubles height and width; scale and shift of its normalisation depend on the class.</summary>
    [Block]
    [ConvTranspose2d(BlockParameter.First, 4, Stride = 2, Padding = 1, Bias = false), ConditionalBatchNorm, ReLU]
    private sealed class UpBlock;

    /// <summary>
    /// From latents and labels to images. The first normalisation gives every feature of the latent the same spread within a minibatch, so
    /// that pictures of one class differ; the class then decides what these features mean.
    /// </summary>
    [Generator]
    [Linear(64 * 7 * 7, Bias = false), ConditionalBatchNorm, ReLU]
    [Reshape(64, 7, 7)]
    [Use<UpBlock>(32)]
    [ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
    public partial class Generator;

    /// <summary>From images and labels to one logit each: is this a real picture of that digit?</summary>
    [Discriminator]
    [Conv2d(32, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Conv2d(64, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Projection]
    public partial class Discriminator;
}
