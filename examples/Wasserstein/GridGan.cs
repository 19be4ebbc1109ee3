using GanDsl;

namespace Wasserstein;

/// <summary>
/// A Wasserstein GAN with gradient penalty (Arjovsky et al. 2017; Gulrajani et al. 2017) on points of the plane. Its
/// discriminator is a critic: it gives scores, not probabilities, and five steps for each of the generator's keep it near its best.
/// </summary>
/// <remarks>
/// A weight of 0.1 instead of the usual 10 is that of the authors' own experiments in the plane: the critic may rise and fall steeply
/// between Gaussians that lie close together. BatchNorm makes the generator learn faster; in the critic it would be a mistake,
/// which the build reports, as the penalty is about each example by itself.
/// </remarks>
[Gan(Loss = GanLoss.Wasserstein, DiscriminatorSteps = 5, BatchSize = 128)]
[Latent(2, Distribution = LatentDistribution.Uniform)]
[Point(2)]
[GradientPenalty(0.1)]
[Adam(1e-3, Beta1 = 0.5, Beta2 = 0.9)]
public partial class GridGan
{
    /// <summary>From latents to points.</summary>
    [Generator]
    [Linear(128), BatchNorm, ReLU]
    [Linear(128), BatchNorm, ReLU]
    [Linear(128), BatchNorm, ReLU]
    [Linear(2)]
    public partial class Generator;

    /// <summary>From points to one score each, higher where there are more real points than generated ones.</summary>
    [Discriminator]
    [Linear(128), ReLU]
    [Linear(128), ReLU]
    [Linear(128), ReLU]
    [Linear(1)]
    public partial class Discriminator;
}
