namespace GanDsl.Tests.Models;

/// <summary>Gradients over three parts of a minibatch, each of which BatchNorm normalises by itself.</summary>
[Gan(Loss = GanLoss.RelativisticAverage, Update = GanUpdate.AlternatingSharedFakes, BatchSize = 12)]
[Latent(3)]
[Point(2)]
[Sgd(0.5, Momentum = 0.9)]
[AccumulateGradients(3)]
internal partial class AlternatingSharedFakesAccumulatedGan
{
    [Generator]
    [Linear(6, Bias = false), BatchNorm, ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5, Bias = false), BatchNorm, LeakyReLU(0.2)]
    [Linear(1, Bias = false)]
    public partial class Discriminator;
}
