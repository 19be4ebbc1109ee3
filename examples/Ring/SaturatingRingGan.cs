using GanDsl;
using static TorchSharp.torch;

namespace Ring;

/// <summary>
/// The same GAN, its generator trained with the loss of the min-max game itself. The loss is part of the declaration, so this
/// is a class of its own.
/// </summary>
[Gan(Loss = GanLoss.Saturating, BatchSize = 256)]
[Latent(16)]
[Point(2)]
[Adam(2e-4, Beta1 = 0.5)]
public partial class SaturatingRingGan : IRingGan
{
    /// <summary>From latents to points.</summary>
    [Generator]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(2)]
    public partial class Generator;

    /// <summary>From points to one logit each, high for real and low for generated.</summary>
    [Discriminator]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(128), LeakyReLU(0.2)]
    [Linear(1)]
    public partial class Discriminator;

    IEnumerable<RingStep> IRingGan.Train(Func<int, Tensor> sampler, int steps, int reportEvery) =>
        Train(sampler, steps)
            .Where(step => step.Number % reportEvery == 0)
            .Select(step => new RingStep(step.Number, step.DiscriminatorLoss, step.GeneratorLoss, step.TotalLoss));

    PointBatch IRingGan.Sample(int count) => Sample(count);
}
