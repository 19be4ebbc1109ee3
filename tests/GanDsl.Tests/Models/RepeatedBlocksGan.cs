namespace GanDsl.Tests.Models;

#pragma warning disable GAN0512 // Blocks are looked at, whatever stands before them.

/// <summary>Blocks that are used several times, so that several fields are of one class: some equal, some of another size or in another precision.</summary>
[Gan(BatchSize = 4)]
[Latent(6)]
[Point(3)]
internal partial class RepeatedBlocksGan
{
    [Generator]
    [Use<Refine>(6), Use<Refine>(6), Use<Refine>(6)]
    [Linear(4), ReLU]
    [Use<Refine>(4), Use<Pair>(4, Name = "pair"), Use<Refine>(4)]
    [Linear(3)]
    public partial class Generator;

    [Discriminator]
    [Linear(4), LeakyReLU(0.2)]
    [Use<Refine>(4), SpectralNorm, Use<Refine>(4), SpectralNorm, Use<Refine>(4)]
    [Linear(1)]
    public partial class Discriminator;

    [Block, Residual, Linear(BlockParameter.First), Tanh]
    public class Refine;

    [Block, Use<Refine>(BlockParameter.First), Use<Refine>(BlockParameter.First), Tanh]
    public class Pair;
}
