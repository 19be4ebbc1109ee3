namespace GanDsl.Tests.Models;

/// <summary>Beside <see cref="NarrowGan"/>, whose generator has fewer values.</summary>
[Gan]
[Latent(2)]
[Point(2)]
internal partial class WideGan
{
    [Generator]
    [Linear(8), ReLU, Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(1)]
    public partial class Discriminator;
}
