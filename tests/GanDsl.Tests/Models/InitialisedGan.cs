namespace GanDsl.Tests.Models;

#pragma warning disable GAN0512 // First weights are looked at, whatever stands between the layers.

/// <summary>Every initializer, on layers large enough for statistics.</summary>
[Gan]
[Latent(300)]
[Point(2)]
internal partial class InitialisedGan
{
    [Generator]
    [Linear(200, Name = "normal"), Init(Initializer.Normal, 0.02, Mean = 0.5, Bias = 0.25)]
    [Linear(300, Name = "truncated"), Init(Initializer.TruncatedNormal, 0.1, Mean = 1)]
    [Linear(200, Name = "uniform"), Init(Initializer.Uniform, 0.3, Mean = -1)]
    [Linear(300, Name = "constant"), Init(Initializer.Constant, 0.125, Bias = 0)]
    [Linear(200, Name = "xavierUniform"), Init(Initializer.XavierUniform, 2)]
    [Linear(300, Name = "xavierNormal"), Init(Initializer.XavierNormal)]
    [Linear(200, Name = "kaimingUniform"), Init(Initializer.KaimingUniform, 0.5)]
    [Linear(300, Name = "kaimingNormal"), Init(Initializer.KaimingNormal, FanOut = true)]
    [Linear(100, Name = "orthogonal"), Init(Initializer.Orthogonal, 3)]
    [Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(300), BatchNorm]
    [Init(Initializer.Normal, 0.02, Mean = 1, Bias = 3, For = LayerKinds.Normalizations)]
    [LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;
}
