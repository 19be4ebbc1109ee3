namespace GanDsl.Tests.Models;

/// <summary>A generator whose last layer is dropout, so that one can see what it drops.</summary>
[Gan]
[Latent(1)]
[Point(5000)]
internal partial class DroppingGan
{
    [Generator]
    [Linear(5000), Dropout(0.25)]
    public partial class Generator;

    [Discriminator]
    [Linear(1)]
    public partial class Discriminator;
}
