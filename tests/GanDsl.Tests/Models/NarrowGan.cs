namespace GanDsl.Tests.Models;

/// <summary>Beside <see cref="WideGan"/>, whose generator has more values.</summary>
[Gan]
[Latent(2)]
[Point(2)]
internal partial class NarrowGan
{
    [Generator]
    [Linear(6), ReLU, Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(1)]
    public partial class Discriminator;
}
