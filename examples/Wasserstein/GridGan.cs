using GanDsl;

namespace Wasserstein;

/// <summary>
/// A Wasserstein GAN with gradient penalty (Arjovsky et al. 2017; Gulrajani et al. 2017) on points of the plane. Its
/// discriminator is a critic: it gives scores, not probabilities, and five steps per generator step keep it near its best.
/// </summary>
[Gan(Loss = GanLoss.Wasserstein, DiscriminatorSteps = 5, BatchSize = 256)]
[Latent(2)]
[Point(2)]
[GradientPenalty(0.1)]
[Adam(1e-3, Beta1 = 0, Beta2 = 0.9)]
public partial class GridGan
{
    /// <summary>From latents to points.</summary>
    [Generator]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(2)]
    public partial class Generator;

    /// <summary>From points to one score each, higher where there are more real points than generated ones.</summary>
    [Discriminator]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
