using System.ComponentModel;

namespace GanDsl.Training;

/// <summary>
/// Classes drawn at random, each as often as it was counted; where none was, all of them equally often. Its random numbers are its own, so that
/// nobody's latents change.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LabelDraws
{
    /// <summary>Which of the seed's sequences, beside those of steps, samplers and <see cref="RandomSource"/>.</summary>
    private const int Sequence = 5;

    private readonly double[] bounds;
    private SplitMix64 random;

    /// <summary>Begins the draws.</summary>
    /// <param name="counts">The examples of each class.</param>
    /// <param name="seed">The seed of the GAN.</param>
    /// <param name="number">Which draws of that seed, such as the number of the latents that go with them.</param>
    public LabelDraws(IReadOnlyList<long> counts, int seed, long number)
    {
        ArgumentNullException.ThrowIfNull(counts);
        bounds = Bounds(counts.Any(count => count > 0) ? counts : [.. counts.Select(_ => 1L)]);
        random = SplitMix64.Of(unchecked((long)SplitMix64.Of(seed, Sequence).NextBits()), number);
    }

    /// <summary>The next labels.</summary>
    /// <param name="count">How many.</param>
    public int[] Next(int count)
    {
        var labels = new int[count];
        for (var i = 0; i < count; i++)
        {
            var place = random.NextDouble(0, bounds[^1]);
            labels[i] = Array.FindIndex(bounds, bound => place < bound);
        }

        return labels;
    }

    /// <summary>Where the places of each class end: it has as many as there were examples.</summary>
    private static double[] Bounds(IReadOnlyList<long> counts)
    {
        var bounds = new double[counts.Count];
        var sum = 0.0;
        for (var i = 0; i < bounds.Length; i++)
        {
            sum += counts[i];
            bounds[i] = sum;
        }

        return bounds;
    }
}
