using GanDsl;

namespace Ring;

/// <summary>
/// The same GAN, its generator trained with the loss of the min-max game itself. The loss is part of the declaration, so this
/// is a class of its own.
/// </summary>
[Gan(Loss = GanLoss.Saturating, BatchSize = 256)]
[Latent(2)]
[Point(2)]
[Adam(4e-4, Beta1 = 0.5, Beta2 = 0.99)]
public partial class SaturatingRingGan
{
    /// <summary>From latents to points.</summary>
    [Generator]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(2)]
    public partial class Generator;

    /// <summary>From points to one logit each, high for real and low for generated.</summary>
    [Discriminator]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
