using GanDsl;

namespace Digits;

/// <summary>
/// Handwritten digits: the deep convolutional GAN of Radford et al. 2016 in small. This is the whole declaration; the build
/// writes the networks, the losses, the options and the training loop, and reports a model that cannot train as an error.
/// </summary>
[Gan(Loss = GanLoss.NonSaturating)]
[Latent(64)]
[Image(1, 28, 28)] // channels, height, width; values in [-1, 1]
public partial class DigitGan
{
    /// <summary>From latents to images: each transposed convolution doubles height and width.</summary>
    [Generator]
    [Linear(128 * 7 * 7), BatchNorm, ReLU]
    [Reshape(128, 7, 7)]
    [ConvTranspose2d(64, 4, Stride = 2, Padding = 1), BatchNorm, ReLU]
    [ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
    public partial class Generator;

    /// <summary>From images to one logit each, high for real and low for generated.</summary>
    [Discriminator]
    [Conv2d(64, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Conv2d(128, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
