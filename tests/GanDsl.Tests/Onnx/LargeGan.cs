namespace GanDsl.Tests.Onnx;

/// <summary>Weights of less than 1 kB, of a few and of more than 1 MB.</summary>
[Gan]
[Latent(20)]
[Point(4)]
internal partial class LargeGan
{
    [Generator]
    [Linear(40), ReLU, Linear(4)]
    public partial class Generator;

    [Discriminator]
    [Linear(600), LeakyReLU(0.2)]
    [Linear(600), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
