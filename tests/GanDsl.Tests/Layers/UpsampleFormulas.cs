using GanDsl.Tests.Generated;

namespace GanDsl.Tests.Layers;

/// <summary>Upsampling, one dimension after the other: each new value is a weighted sum of old ones.</summary>
internal static class UpsampleFormulas
{
    public static Block Nearest(Block x, double factor) =>
        EachAxis(x, factor, (to, _, _) => [((long)Math.Floor(to / factor), 1)]);

    /// <summary>Lines between the centres of neighbouring values.</summary>
    public static Block Linear(Block x, double factor) =>
        EachAxis(x, factor, (to, _, _) => Line(Math.Max(0, ((to + 0.5) / factor) - 0.5)));

    /// <summary>Lines; the first and the last value stay where they are.</summary>
    public static Block LinearWithCorners(Block x, double factor) =>
        EachAxis(x, factor, (to, from, size) => Line((double)to * (from - 1) / (size - 1)));

    /// <summary>Cubic curves (Keys 1981, a = -0.75) through four neighbouring values.</summary>
    public static Block Cubic(Block x, double factor) =>
        EachAxis(
            x,
            factor,
            (to, _, _) =>
            {
                var place = ((to + 0.5) / factor) - 0.5;
                var first = (long)Math.Floor(place);
                return [.. Enumerable.Range(-1, 4).Select(i => (first + i, Keys(Math.Abs(place - first - i))))];
            }
        );

    private static double Keys(double distance)
    {
        const double a = -0.75;
        var (square, cube) = (distance * distance, distance * distance * distance);
        return distance <= 1 ? ((a + 2) * cube) - ((a + 3) * square) + 1
            : distance < 2 ? (a * cube) - (5 * a * square) + (8 * a * distance) - (4 * a)
            : 0;
    }

    private static (long, double)[] Line(double place)
    {
        var first = (long)Math.Floor(place);
        return [(first, 1 - (place - first)), (first + 1, place - first)];
    }

    private static Block EachAxis(Block x, double factor, Func<long, long, long, (long From, double Weight)[]> weights)
    {
        for (var axis = 2; axis < x.Shape.Length; axis++)
        {
            var (source, size) = (x, (long)Math.Floor(x.Shape[axis] * factor));
            long[] shape = [.. x.Shape[..axis], size, .. x.Shape[(axis + 1)..]];
            var along = axis;
            x = Block.Make(
                shape,
                at =>
                    weights(at[along], source.Shape[along], size)
                        .Sum(part =>
                        {
                            var from = Math.Clamp(part.From, 0, source.Shape[along] - 1);
                            return part.Weight * source[[.. at[..along], from, .. at[(along + 1)..]]];
                        })
            );
        }

        return x;
    }
}
