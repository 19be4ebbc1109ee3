namespace GanDsl.Tests.Models;

/// <summary>The same as <see cref="AlternatingSharedFakesPartsGan"/>, at once.</summary>
[Gan(Update = GanUpdate.AlternatingSharedFakes, BatchSize = 6)]
[Latent(3)]
[Point(2)]
[Labels(3)]
[Sgd(0.5, Momentum = 0.9)]
[R1(0.5), R2(0.2, Every = 2)]
[ClipGradient(0.4)]
[Ema(0.9)]
internal partial class AlternatingSharedFakesWholeGan
{
    [Generator]
    [LabelEmbedding(2)]
    [Linear(6), Tanh]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5), Tanh]
    [AuxiliaryClassifier(0.5), Linear(1)]
    public partial class Discriminator;
}
