using GanDsl;

namespace Vanilla2014;

/// <summary>
/// The networks that Goodfellow et al. trained on MNIST in "Generative Adversarial Nets" (2014), as the authors published them
/// (github.com/goodfeli/adversarial, mnist.yaml), a third as wide.
/// </summary>
[Gan(Loss = GanLoss.NonSaturating, BatchSize = 100)]
[Latent(100, Distribution = LatentDistribution.Uniform)]
[Image(1, 28, 28, Range = ValueRange.ZeroToOne)]
[Sgd(0.1, Momentum = 0.5)]
public partial class VanillaGan
{
    /// <summary>From latents to images: rectified linear units, then one sigmoid for each pixel.</summary>
    [Generator]
    [Linear(400), ReLU]
    [Linear(400), ReLU]
    [Linear(28 * 28), Sigmoid]
    [Reshape(1, 28, 28)]
    public partial class Generator;

    /// <summary>From images to one logit each: maxout units, of which dropout trains another part in each step.</summary>
    [Discriminator]
    [Flatten, Dropout(0.2)]
    [Maxout(80, 5), Dropout(0.5)]
    [Maxout(80, 5), Dropout(0.5)]
    [Linear(1)]
    public partial class Discriminator;
}
