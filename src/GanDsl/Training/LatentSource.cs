using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Draws latents from a generator of its own, so that nothing else that draws random numbers changes them. They are drawn on the
/// processor, so that a seed gives the same latents on every device.
/// </summary>
/// <param name="dimensions">Values per latent.</param>
/// <param name="distribution">What each value is drawn from.</param>
/// <param name="seed">The seed of the GAN.</param>
/// <param name="sequence">
/// Which of the seed's sequences: none repeats another one, one of another seed or what the seed itself starts in torch, from
/// which the networks' first weights come.
/// </param>
/// <param name="device">Where the latents are needed.</param>
public sealed class LatentSource(int dimensions, LatentDistribution distribution, int seed, int sequence, Device device)
    : IDisposable
{
    private readonly torch.Generator generator = new(SplitMix64.Of(seed, sequence).NextBits(), CPU);

    /// <summary>Draws latents <c>[count, dimensions]</c>.</summary>
    /// <exception cref="GanException"><paramref name="count"/> is below 1.</exception>
    public Tensor Draw(int count)
    {
        OptionCheck.AtLeast(1, count, nameof(count));
        using var scope = NewDisposeScope();
        var latents = distribution switch
        {
            LatentDistribution.Uniform => rand([count, dimensions], generator: generator).Times(2).Minus(1),
            _ => randn([count, dimensions], generator: generator),
        };
        return latents.to(device).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the generator.</summary>
    public void Dispose() => generator.Dispose();
}
