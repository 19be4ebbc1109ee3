using GanDsl;

/// <summary>Sounds of 1024 samples from 32 random numbers.</summary>
[Gan(Loss = GanLoss.Wasserstein, DiscriminatorSteps = 3, BatchSize = 32)]
[Latent(32)]
[Signal(1, 1024)]
[GradientPenalty(10)]
[Adam(1e-3, Beta1 = 0.5, Beta2 = 0.9)]
public partial class SoundGan
{
    [Generator]
    [Linear(128), BatchNorm, ReLU]
    [Linear(64 * 16), BatchNorm, ReLU]
    [Reshape(64, 16)]
    [ConvTranspose1d(32, 16, Stride = 4, Padding = 6), BatchNorm, ReLU]
    [ConvTranspose1d(16, 16, Stride = 4, Padding = 6), BatchNorm, ReLU]
    [ConvTranspose1d(1, 16, Stride = 4, Padding = 6), Tanh]
    public partial class Generator;

    [Discriminator]
    [Conv1d(16, 16, Stride = 4, Padding = 6), LeakyReLU(0.2)]
    [Conv1d(32, 16, Stride = 4, Padding = 6), LeakyReLU(0.2)]
    [Conv1d(64, 16, Stride = 4, Padding = 6), LeakyReLU(0.2)]
    [Flatten, Linear(1)]
    public partial class Discriminator;
}
