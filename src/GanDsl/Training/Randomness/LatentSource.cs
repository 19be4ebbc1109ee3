using System.ComponentModel;
using GanDsl.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Draws latents.</summary>
/// <param name="dimensions">Values per latent.</param>
/// <param name="distribution">What each value is drawn from.</param>
/// <param name="seed">The seed of the GAN.</param>
/// <param name="sequence">Which of the seed's sequences; see <see cref="RandomSource"/>.</param>
/// <param name="device">Where the latents are needed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LatentSource(int dimensions, LatentDistribution distribution, int seed, int sequence, Device device)
    : RandomSource(seed, sequence, device)
{
    /// <summary>Draws latents <c>[count, dimensions]</c>.</summary>
    /// <exception cref="GanException"><paramref name="count"/> is below 1.</exception>
    public Tensor Draw(int count)
    {
        OptionCheck.AtLeast(1, count, nameof(count));
        return DrawOnDevice(count, dimensions);
    }

    private protected override Tensor DrawFrom(Generator generator, long[] shape) =>
        distribution switch
        {
            LatentDistribution.Uniform => rand(shape, generator: generator).Times(2).Minus(1),
            _ => randn(shape, generator: generator),
        };
}
