using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Random numbers in [0, 1).</summary>
/// <param name="seed">The seed of the GAN.</param>
/// <param name="sequence">Which of the seed's sequences; see <see cref="RandomSource"/>.</param>
/// <param name="device">Where the numbers are needed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UniformNoise(int seed, int sequence, Device device) : RandomSource(seed, sequence, device)
{
    /// <summary>Draws a tensor of a shape.</summary>
    public Tensor Draw(params long[] shape) => DrawOnDevice(shape);

    private protected override Tensor DrawFrom(Generator generator, long[] shape) => rand(shape, generator: generator);
}
