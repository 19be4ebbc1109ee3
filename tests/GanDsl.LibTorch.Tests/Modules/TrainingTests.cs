using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>
/// Twelve steps of a small adversarial game, against the same lines in PyTorch 1.13 from the same seed: layers, their
/// initialisation, random numbers, gradients and optimisers together.
/// </summary>
[Collection(nameof(GlobalState))]
public class TrainingTests
{
    private static readonly double[] DiscriminatorLosses =
    [
        1.4113616943359375,
        1.4265415668487549,
        1.413527250289917,
        1.4115252494812012,
        1.3928747177124023,
        1.392030954360962,
        1.3965888023376465,
        1.3859938383102417,
        1.3958392143249512,
        1.3938981294631958,
        1.3829262256622314,
        1.3972207307815552,
    ];

    private static readonly double[] GeneratorLosses =
    [
        0.7401957511901855,
        0.738734781742096,
        0.7363579869270325,
        0.7335973381996155,
        0.7360169887542725,
        0.7301241755485535,
        0.7407533526420593,
        0.7332534790039062,
        0.7229735851287842,
        0.7317798733711243,
        0.7241809368133545,
        0.7349855899810791,
    ];

    [Fact]
    public void Takes_the_same_course_as_PyTorch()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var embed = nn.Sequential(nn.Linear(3, 8), nn.BatchNorm1d(8), nn.ReLU());
        using var draw = nn.Sequential(nn.ConvTranspose2d(2, 1, 4, stride: 2, padding: 1), nn.Tanh());
        using var judge = nn.Sequential(
            nn.Conv2d(1, 4, 3, stride: 2, padding: 1),
            nn.LeakyReLU(0.2),
            nn.Dropout(0.25),
            nn.Flatten(),
            nn.Linear(16, 1)
        );
        using var generator = optim.Adam([.. embed.parameters(), .. draw.parameters()], 2e-3, 0.5);
        using var discriminator = optim.Adam(judge.parameters(), 2e-3, 0.5);

        for (var step = 0; step < DiscriminatorLosses.Length; step++)
        {
            using var inner = NewDisposeScope();
            var real = (randn(6, 1, 4, 4) * 0.3) + 0.5;
            var latents = randn(6, 3);

            discriminator.zero_grad();
            var fake = draw.call(embed.call(latents).reshape(6, 2, 2, 2));
            var loss =
                nn.functional.softplus(-judge.call(real)).mean()
                + nn.functional.softplus(judge.call(fake.detach())).mean();
            loss.backward();
            discriminator.step();
            Assert.Equal(DiscriminatorLosses[step], loss.item<float>(), 1e-5);

            generator.zero_grad();
            var generatorLoss = nn.functional.softplus(-judge.call(fake)).mean();
            generatorLoss.backward();
            generator.step();
            Assert.Equal(GeneratorLosses[step], generatorLoss.item<float>(), 1e-5);
        }
    }
}
