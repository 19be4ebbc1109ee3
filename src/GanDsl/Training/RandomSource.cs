using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Random numbers of its own, so that nothing else that draws some changes them. What is drawn depends on the seed, the sequence and the
/// number of the draw alone, so that one number is all there is to save. They are drawn on the processor, so that a seed gives the same
/// ones on every device.
/// </summary>
/// <param name="seed">The seed of the GAN.</param>
/// <param name="sequence">
/// Which of the seed's sequences: none repeats another one, one of another seed or what the seed itself starts in torch, from
/// which the networks' first weights come.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RandomSource(int seed, int sequence) : IDisposable
{
    private readonly long start = unchecked((long)SplitMix64.Of(seed, sequence).NextBits());
    private readonly torch.Generator generator = new(0, CPU);

    /// <summary>How often was drawn.</summary>
    public long Draws { get; internal set; }

    /// <summary>Frees the generator.</summary>
    public void Dispose()
    {
        generator.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The generator, at the beginning of the next draw.</summary>
    private protected torch.Generator Next()
    {
        generator.manual_seed(unchecked((long)SplitMix64.Of(start, Draws).NextBits()));
        Draws++;
        return generator;
    }
}
