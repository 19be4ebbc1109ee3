namespace GanDsl.Tests.Models;

/// <summary>Modules of its own that are given the labels, in a block of G and in D.</summary>
[Gan(BatchSize = 8)]
[Latent(3)]
[Point(2)]
[Labels(3)]
internal partial class ModulatedGan
{
    [Block]
    [Linear(BlockParameter.First), Use<Film>(3, BlockParameter.First), ReLU]
    public class ModulatedBlock;

    [Generator]
    [Use<ModulatedBlock>(6)]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(6), Use<Film>(3, 6), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
