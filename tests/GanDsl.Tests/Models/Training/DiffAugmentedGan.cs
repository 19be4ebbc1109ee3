namespace GanDsl.Tests.Models;

/// <summary>Every kind of differentiable augmentation.</summary>
[Gan]
[Latent(3)]
[Image(3, 8, 8)]
[Sgd(0.5)]
[DiffAugment]
internal partial class DiffAugmentedGan
{
    [Generator]
    [Linear(3 * 8 * 8), Tanh, Reshape(3, 8, 8)]
    public partial class Generator;

    [Discriminator]
    [Conv2d(4, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
