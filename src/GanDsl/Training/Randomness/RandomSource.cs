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
/// <param name="device">Where the numbers are needed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RandomSource(int seed, int sequence, Device device) : IDisposable
{
    private readonly long start = unchecked((long)SplitMix64.Of(seed, sequence).NextBits());
    private readonly torch.Generator generator = new(0, CPU);

    /// <summary>How often was drawn.</summary>
    public long Draws { get; internal set; }

    /// <summary>Where a step that is recorded finds its numbers, made by the step before it; null while steps are ordinary ones.</summary>
    internal DrawnPlaces? Recorded { get; set; }

    /// <summary>Draws for each place what an ordinary step would have drawn in its turn.</summary>
    internal void Fill(DrawnPlaces places)
    {
        using var scope = NewDisposeScope();
        foreach (var place in places.All)
        {
            DeviceCopy.Into(place, Next(place.shape));
        }
    }

    /// <summary>Frees the generator.</summary>
    public void Dispose()
    {
        generator.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The next numbers, on the device.</summary>
    private protected Tensor DrawOnDevice(params long[] shape)
    {
        if (Recorded?.Take(shape) is { } place)
        {
            return place;
        }

        using var scope = NewDisposeScope();
        var numbers = DeviceCopy.Begin(Next(shape), device);
        Recorded?.Add(numbers);
        return numbers.MoveToOuterDisposeScope();
    }

    /// <summary>Draws from the distribution of this source, on the processor.</summary>
    private protected abstract Tensor DrawFrom(torch.Generator generator, long[] shape);

    private Tensor Next(long[] shape)
    {
        generator.manual_seed(unchecked((long)SplitMix64.Of(start, Draws).NextBits()));
        Draws++;
        return DrawFrom(generator, shape);
    }
}
