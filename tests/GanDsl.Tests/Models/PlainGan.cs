namespace GanDsl.Tests.Models;

/// <summary>Nothing declared that need not be, and images in [0, 1].</summary>
[Gan]
[Latent(1)]
[Image(1, 2, 2, Range = ValueRange.ZeroToOne)]
internal partial class PlainGan
{
    [Generator]
    [Linear(4), Sigmoid, Reshape(1, 2, 2)]
    public partial class Generator;

    [Discriminator]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
