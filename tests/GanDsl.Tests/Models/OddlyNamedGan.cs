namespace GanDsl.Tests.Models;

#pragma warning disable GAN0512 // Names are looked at.

/// <summary>Names that mean something else in Python, or cannot be names there.</summary>
[Gan(BatchSize = 4)]
[Latent(6)]
[Point(4)]
internal partial class OddlyNamedGan
{
    [Generator]
    [Linear(5, Name = "lambda"), ReLU, Linear(5, Name = "half"), ReLU]
    [Linear(5, Name = "größe"), Linear(5, Name = "__hidden"), Linear(5, Name = "class"), BatchNorm(Name = "None"), Tanh]
    [Use<OddBlocks.None>(5), Use<OddBlocks.None>(6), Use<OddBlocks.SelfAttention>(Name = "type")]
    [Linear(4, Name = "self")]
    public partial class F;

    [Discriminator]
    [SpectralNorm]
    [Linear(5, Name = "extra_repr"), LeakyReLU(0.2), Use<OddBlocks.SpectralNorm>(4), Linear(1, Name = "linear1")]
    public partial class Net;
}
