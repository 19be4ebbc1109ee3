namespace GanDsl.Tests.Models;

[Gan]
[Latent(3)]
[Image(2, 4, 4)]
[Adam(2e-3, Beta1 = 0.5)]
[Packing(2), GradientPenalty]
internal partial class PackedImagesGan
{
    [Generator]
    [Linear(32), Tanh, Reshape(2, 4, 4)]
    public partial class Generator;

    [Discriminator]
    [Conv2d(4, 3), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
