namespace GanDsl.Tests.Models;

/// <summary>Two kinds of differentiable augmentation, real and fake in one pass, under a penalty between them.</summary>
[Gan(Update = GanUpdate.AlternatingSharedFakes)]
[Latent(3)]
[Image(3, 8, 8)]
[DiffAugment(DiffAugmentations.Color | DiffAugmentations.Cutout), GradientPenalty(2)]
internal partial class SharedFakesAugmentedGan
{
    [Generator]
    [Linear(3 * 8 * 8), Tanh, Reshape(3, 8, 8)]
    public partial class Generator;

    [Discriminator]
    [Flatten, Linear(6), LeakyReLU(0.2), Reshape(6, 1, 1)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
