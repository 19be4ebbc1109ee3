using GanDsl;

namespace Waves;

/// <summary>
/// A quarter of a second of sound: the WaveGAN of Donahue et al. 2019 in small. Its layers work on the wave itself, and each
/// transposed convolution makes it four times as long.
/// </summary>
/// <remarks>
/// As in WaveGAN, the loss is that of Wasserstein with a gradient penalty: within the same time, the non-saturating loss finds no
/// tone here. The generator's first layer is there to choose a pitch and a phase, which all of the wave has to agree on.
/// </remarks>
[Gan(Loss = GanLoss.Wasserstein, DiscriminatorSteps = 3, BatchSize = 32)]
[Latent(32)]
[Signal(1, 1024)] // channels, samples; values in [-1, 1]
[GradientPenalty(10)]
[Adam(1e-3, Beta1 = 0.5, Beta2 = 0.9)]
public partial class ToneGan
{
    /// <summary>From latents to sounds.</summary>
    [Generator]
    [Linear(128), BatchNorm, ReLU]
    [Linear(64 * 16), BatchNorm, ReLU]
    [Reshape(64, 16)]
    [ConvTranspose1d(32, 16, Stride = 4, Padding = 6), BatchNorm, ReLU]
    [ConvTranspose1d(16, 16, Stride = 4, Padding = 6), BatchNorm, ReLU]
    [ConvTranspose1d(1, 16, Stride = 4, Padding = 6), Tanh]
    public partial class Generator;

    /// <summary>From sounds to one score each, higher for what sounds more real.</summary>
    [Discriminator]
    [Conv1d(16, 16, Stride = 4, Padding = 6), LeakyReLU(0.2)]
    [Conv1d(32, 16, Stride = 4, Padding = 6), LeakyReLU(0.2)]
    [Conv1d(64, 16, Stride = 4, Padding = 6), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
