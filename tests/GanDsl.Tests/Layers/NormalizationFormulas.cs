using GanDsl.Tests.Generated;

namespace GanDsl.Tests.Layers;

/// <summary>Normalisations: each value less the mean of its group, over the root of the group's variance.</summary>
internal static class NormalizationFormulas
{
    /// <summary>Values with the same key are normalised together; then each is scaled and shifted.</summary>
    public static Block Normalize(
        Block x,
        Func<long[], object> groupOf,
        double eps,
        Func<long[], double>? scale = null,
        Func<long[], double>? shift = null
    )
    {
        var groups = x
            .Indices.GroupBy(groupOf)
            .ToDictionary(
                group => group.Key,
                group =>
                {
                    double[] values = [.. group.Select(at => x[at])];
                    var mean = values.Average();
                    return (Mean: mean, Variance: values.Average(value => (value - mean) * (value - mean)));
                }
            );
        return Block.Make(
            x.Shape,
            at =>
            {
                var (mean, variance) = groups[groupOf(at)];
                return ((x[at] - mean) / Math.Sqrt(variance + eps) * (scale?.Invoke(at) ?? 1))
                    + (shift?.Invoke(at) ?? 0);
            }
        );
    }

    /// <summary>Each position's channels over the root of their mean square.</summary>
    public static Block Pixel(Block x, double eps) =>
        Block.Make(
            x.Shape,
            at =>
            {
                var squares = Enumerable
                    .Range(0, (int)x.Shape[1])
                    .Select(channel => x[[at[0], channel, .. at[2..]]])
                    .Average(value => value * value);
                return x[at] / Math.Sqrt(squares + eps);
            }
        );
}
