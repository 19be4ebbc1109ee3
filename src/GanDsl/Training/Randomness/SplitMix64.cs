namespace GanDsl;

/// <summary>
/// The splittable generator of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014). Ours because
/// <see cref="Random"/> takes one seed, and its numbers are promised for one version of .NET only.
/// </summary>
internal struct SplitMix64(ulong state)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong state = state;

    /// <summary>A generator for each pair of numbers: one for each image or epoch of a seed.</summary>
    public static SplitMix64 Of(long seed, long stream)
    {
        // Both are mixed: generators whose states differ by a few gammas would repeat one another a few draws later.
        unchecked
        {
            return new SplitMix64(Mix(Mix((ulong)seed + GoldenGamma) + (ulong)stream));
        }
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextBits() => Mix(state += GoldenGamma);

    /// <summary>A uniform integer in [0, <paramref name="bound"/>), without the bias of a plain remainder (Lemire, 2019).</summary>
    public int NextInt(int bound)
    {
        var range = (ulong)bound;
        var high = Math.BigMul(NextBits(), range, out var low);
        if (low < range)
        {
            var threshold = unchecked(0UL - range) % range;
            while (low < threshold)
            {
                high = Math.BigMul(NextBits(), range, out low);
            }
        }

        return (int)high;
    }

    /// <summary>A uniform number in [0, 1), with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform number in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double NextDouble(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>A normal number (Box and Muller, 1958).</summary>
    public double NextGaussian(double mean, double standardDeviation)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return mean + standardDeviation * radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
