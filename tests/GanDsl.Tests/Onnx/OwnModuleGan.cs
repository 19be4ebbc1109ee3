namespace GanDsl.Tests.Onnx;

[Gan]
[Latent(4)]
[Point(3)]
internal partial class OwnModuleGan
{
    [Generator]
    [Linear(3), Use<Scale>(3), Use<Twofold>, Linear(3)]
    public partial class Generator;

    [Discriminator]
    [Linear(1)]
    public partial class Discriminator;
}
