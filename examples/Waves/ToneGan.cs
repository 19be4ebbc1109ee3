using GanDsl;

namespace Waves;

/// <summary>
/// A quarter of a second of sound: the WaveGAN of Donahue et al. 2019 in small. Each layer works on the wave itself, and each
/// transposed convolution makes it four times as long.
/// </summary>
[Gan(Loss = GanLoss.NonSaturating, BatchSize = 64)]
[Latent(32)]
[Signal(1, 1024)] // channels, samples; values in [-1, 1]
public partial class ToneGan
{
    /// <summary>From latents to sounds.</summary>
    [Generator]
    [Linear(64 * 16), BatchNorm, ReLU]
    [Reshape(64, 16)]
    [ConvTranspose1d(32, 16, Stride = 4, Padding = 6), BatchNorm, ReLU]
    [ConvTranspose1d(16, 16, Stride = 4, Padding = 6), BatchNorm, ReLU]
    [ConvTranspose1d(1, 16, Stride = 4, Padding = 6), Tanh]
    public partial class Generator;

    /// <summary>From sounds to one logit each, high for real and low for generated.</summary>
    [Discriminator]
    [Conv1d(16, 16, Stride = 4, Padding = 6), LeakyReLU(0.2)]
    [Conv1d(32, 16, Stride = 4, Padding = 6), LeakyReLU(0.2)]
    [Conv1d(64, 16, Stride = 4, Padding = 6), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
