using GanDsl;

namespace Vanilla2014;

/// <summary>
/// The networks that Goodfellow et al. trained on MNIST in "Generative Adversarial Nets" (2014), as their published settings
/// (github.com/goodfeli/adversarial, mnist.yaml) have them, a third as wide.
/// </summary>
/// <remarks>
/// The original has 1200 and 1200 rectified linear units in the generator and twice 240 maxout units in the discriminator, and a
/// schedule of 250 epochs, for a GPU. A third of the units is a quarter of the arithmetic, minutes on two processor cores.
/// The rest is theirs: layers, pieces, dropout, latents, minibatch, step sizes, momentum and first weights
/// (<see cref="PublishedWeights"/>). Their discriminator loss is half of the one here, so half their step size does the same. They
/// lower the step size and raise the momentum so slowly that neither changes by more than a few percent in the steps taken here.
/// </remarks>
[Gan(Loss = GanLoss.NonSaturating, BatchSize = 100)]
[Latent(100)]
[Image(1, 28, 28, Range = ValueRange.ZeroToOne)]
public partial class VanillaGan
{
    /// <summary>From latents to images: rectified linear units, then a sigmoid for each pixel.</summary>
    [Generator]
    [Sgd(0.1, Momentum = 0.5)]
    [Linear(400), ReLU]
    [Linear(400), ReLU]
    [Linear(28 * 28, Name = "pixels"), Sigmoid]
    [Reshape(1, 28, 28)]
    public partial class Generator;

    /// <summary>From images to one logit each: maxout units, of which dropout leaves out others in each step.</summary>
    [Discriminator]
    [Sgd(0.05, Momentum = 0.5)]
    [Flatten, Dropout(0.2)]
    [Maxout(80, 5), Dropout(0.5)]
    [Maxout(80, 5), Dropout(0.5)]
    [Linear(1)]
    public partial class Discriminator;
}
