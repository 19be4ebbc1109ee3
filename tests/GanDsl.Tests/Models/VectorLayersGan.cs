namespace GanDsl.Tests.Models;

/// <summary>The layers of vectors and signals, on inputs of one and two dimensions after N.</summary>
[Gan]
[Latent(4)]
[Signal(2, 6)]
internal partial class VectorLayersGan
{
    [Generator]
    [Linear(12, Bias = false), BatchNorm(Momentum = 0.3), Sigmoid]
    [Reshape(2, -1), BatchNorm(Affine = false), LeakyReLU]
    [Linear(6), Tanh]
    public partial class Generator;

    [Discriminator]
    [Linear(3), Maxout(4, 3, Bias = false)]
    [Reshape(2, 2, 2), Flatten(StartDim = 2)]
    [Flatten, Maxout(3, 2)]
    [Linear(1)]
    public partial class Discriminator;
}
