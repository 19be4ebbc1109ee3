using GanDsl;

namespace Ring;

/// <summary>
/// A small GAN on points of the plane. Its generator is trained with the non-saturating loss, whose gradient stays strong
/// where the discriminator is sure of itself.
/// </summary>
[Gan(Loss = GanLoss.NonSaturating, BatchSize = 256)]
[Latent(2)]
[Point(2)]
[Adam(4e-4, Beta1 = 0.5, Beta2 = 0.99)]
public partial class RingGan
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
