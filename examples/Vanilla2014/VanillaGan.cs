using GanDsl;

namespace Vanilla2014;

/// <summary>
/// The networks that Goodfellow et al. trained on MNIST in "Generative Adversarial Nets" (2014), as their published settings
/// (github.com/goodfeli/adversarial, mnist.yaml) have them, a third as wide.
/// </summary>
/// <remarks>
/// The original has 1200 and 1200 rectified linear units in the generator and 240 maxout units twice in the discriminator, and was
/// trained for some hundred epochs on a GPU; a third of the units take a seventh of the time, minutes on two processor cores.
/// Layers, pieces, dropout, latents, minibatch, step sizes and momentum are theirs. Their discriminator loss is half of the one
/// here, so half their step size does the same. They lower the step size and raise the momentum so slowly, over hundreds of
/// epochs, that both stay as they are in the epochs of this example.
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
    [Linear(28 * 28), Sigmoid]
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
