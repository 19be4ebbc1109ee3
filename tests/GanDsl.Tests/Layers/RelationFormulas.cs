using GanDsl.Tests.Generated;

namespace GanDsl.Tests.Layers;

/// <summary>Layers that relate positions or examples to each other.</summary>
internal static class RelationFormulas
{
    /// <summary>Zhang et al. 2019, equations 1 to 3, with f, g and h of shape [K or C, C, 1].</summary>
    public static Block SelfAttention(Block x, Block f, Block g, Block h, double gamma)
    {
        var (channels, count) = (x.Shape[1], (int)x.Shape[2..].Aggregate(1L, (a, b) => a * b));
        var flat = x.Reshape(x.Shape[0], channels, count);
        double Map(Block weight, long n, long k, long position) =>
            Enumerable.Range(0, (int)channels).Sum(c => weight[[k, c, 0]] * flat[[n, c, position]]);
        double Score(long n, long i, long j) =>
            Enumerable.Range(0, (int)f.Shape[0]).Sum(k => Map(f, n, k, i) * Map(g, n, k, j));

        var y = Block.Make(
            flat.Shape,
            at =>
            {
                var (n, c, j) = (at[0], at[1], at[2]);
                double[] weights = [.. Enumerable.Range(0, count).Select(i => Math.Exp(Score(n, i, j)))];
                var mixed = weights.Select((weight, i) => weight / weights.Sum() * Map(h, n, c, i)).Sum();
                return flat[at] + (gamma * mixed);
            }
        );
        return y.Reshape(x.Shape);
    }

    /// <summary>Karras et al. 2018: one more channel, the same everywhere for all examples of a group.</summary>
    public static Block MinibatchStdDev(Block x, long group)
    {
        var step = x.Shape[0] / group;
        return Block.Make(
            [x.Shape[0], x.Shape[1] + 1, .. x.Shape[2..]],
            at => at[1] < x.Shape[1] ? x[at] : Deviation(x, at[0] % step, step)
        );
    }

    /// <summary>Salimans et al. 2016, section 3.2, over the other examples.</summary>
    public static Block MinibatchDiscrimination(Block x, Block t)
    {
        var (inputs, features, kernel) = (x.Shape[1], t.Shape[1], t.Shape[2]);
        double Projected(long n, long b, long c) => Enumerable.Range(0, (int)inputs).Sum(a => x[[n, a]] * t[[a, b, c]]);
        double Distance(long n, long other, long b) =>
            Enumerable.Range(0, (int)kernel).Sum(c => Math.Abs(Projected(n, b, c) - Projected(other, b, c)));
        return Block.Make(
            [x.Shape[0], inputs + features],
            at =>
                at[1] < inputs
                    ? x[at]
                    : Enumerable
                        .Range(0, (int)x.Shape[0])
                        .Where(other => other != at[0])
                        .Sum(other => Math.Exp(-Distance(at[0], other, at[1] - inputs)))
        );
    }

    /// <summary>The standard deviations of every value over the group that starts with an example, averaged.</summary>
    private static double Deviation(Block x, long first, long step) =>
        Block
            .IndicesOf([1, .. x.Shape[1..]])
            .Average(place =>
            {
                var values = new List<double>();
                for (var n = first; n < x.Shape[0]; n += step)
                {
                    values.Add(x[[n, .. place[1..]]]);
                }

                var mean = values.Average();
                return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)) + 1e-8);
            });
}
