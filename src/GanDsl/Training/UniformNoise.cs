using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Random numbers in [0, 1) from a generator of its own, so that nothing else that draws random numbers changes them. They are drawn on
/// the processor, so that a seed gives the same ones on every device.
/// </summary>
/// <param name="seed">The seed of the GAN.</param>
/// <param name="sequence">Which of the seed's sequences; see <see cref="LatentSource"/>.</param>
/// <param name="device">Where the numbers are needed.</param>
public sealed class UniformNoise(int seed, int sequence, Device device) : IDisposable
{
    private readonly torch.Generator generator = new(SplitMix64.Of(seed, sequence).NextBits(), CPU);

    /// <summary>Draws a tensor of a shape.</summary>
    public Tensor Draw(params long[] shape)
    {
        using var scope = NewDisposeScope();
        return rand(shape, generator: generator).to(device).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the generator.</summary>
    public void Dispose() => generator.Dispose();
}
