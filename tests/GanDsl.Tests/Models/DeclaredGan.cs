namespace GanDsl.Tests.Models;

/// <summary>Every option that a declaration can set, each away from its default; layers with names of their own.</summary>
[Gan(DiscriminatorSteps = 3, BatchSize = 8, Epochs = 2)]
[Latent(3)]
[Point(2)]
[Adam(1e-3, Beta1 = 0.5)]
internal partial class DeclaredGan
{
    [Generator]
    [Linear(6, Name = "project"), BatchNorm(Name = "normalise"), ReLU]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Sgd(0.1, Momentum = 0.5)]
    [Linear(4, Name = "linear2"), LeakyReLU(0.2)]
    [Linear(3), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
