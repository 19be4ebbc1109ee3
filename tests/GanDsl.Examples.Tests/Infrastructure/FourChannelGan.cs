namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>Images that no picture shows, such as those of a satellite.</summary>
[Gan(BatchSize = 4, Epochs = 2)]
[Latent(2), Image(4, 2, 2)]
internal partial class FourChannelGan
{
    [Generator]
    [Linear(16), Tanh, Reshape(4, 2, 2)]
    public partial class Generator;

    [Discriminator]
    [Flatten, Linear(8), LeakyReLU(0.2), Linear(1)]
    public partial class Discriminator;
}
