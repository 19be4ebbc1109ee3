namespace GanDsl.Tests.Models;

/// <summary>More steps of the critic in the beginning and now and then.</summary>
[Gan(Loss = GanLoss.Wasserstein, Update = GanUpdate.AlternatingSharedFakes, DiscriminatorSteps = 2, BatchSize = 4)]
[Latent(3)]
[Point(2)]
[RmsProp(5e-4)]
[WeightClipping(0.5)]
[DiscriminatorSteps(3, 2, Every = 4)]
internal partial class AlternatingSharedFakesCriticStepsGan
{
    [Generator]
    [Linear(6), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Critic;
}
