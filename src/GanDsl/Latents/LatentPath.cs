using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Ways from latent to latent, along which a generator shows what lies between its examples.</summary>
public static class LatentPath
{
    // Below it, what is left of one direction beside another is rounding.
    private const double Parallel = 1e-12;

    /// <summary>The way that fits what latents are drawn from: along the sphere for normal ones, straight for uniform ones.</summary>
    /// <param name="latents">A floating-point tensor [K, latent], K at least 2; it is left as it is.</param>
    /// <param name="distribution">What each value of a latent is drawn from.</param>
    /// <param name="between">Frames between two latents, at least 0.</param>
    /// <param name="closed">Whether the way goes on from the last latent to the first, so that its frames can be repeated for ever.</param>
    /// <returns>
    /// [K + (K - 1) · between, latent], of a closed way [K · (1 + between), latent], of the type and on the device of
    /// <paramref name="latents"/>, which stand in it unchanged. The caller disposes it.
    /// </returns>
    /// <exception cref="ArgumentException">The tensor has another shape or type, or fewer than 2 latents.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="between"/> is negative.</exception>
    public static Tensor Of(Tensor latents, LatentDistribution distribution, int between, bool closed = false) =>
        distribution == LatentDistribution.Uniform
            ? Straight(latents, between, closed)
            : Spherical(latents, between, closed);

    /// <summary>
    /// Spherical interpolation (Shoemake 1985; for latents White 2016): the direction turns evenly along the great circle, while the norm
    /// changes evenly. Normal latents lie close to a sphere, of which a straight way cuts through the inside, where none are drawn.
    /// </summary>
    /// <remarks>
    /// Opposite latents are joined by one of the great circles through both, always the same. From or to a latent of zeros, which has no
    /// direction, the way is straight; so it is between opposite numbers, where a latent is a single one.
    /// </remarks>
    /// <param name="latents">A floating-point tensor [K, latent], K at least 2; it is left as it is.</param>
    /// <param name="between">Frames between two latents, at least 0.</param>
    /// <param name="closed">Whether the way goes on from the last latent to the first, so that its frames can be repeated for ever.</param>
    /// <returns>
    /// [K + (K - 1) · between, latent], of a closed way [K · (1 + between), latent], of the type and on the device of
    /// <paramref name="latents"/>, which stand in it unchanged. The caller disposes it.
    /// </returns>
    /// <exception cref="ArgumentException">The tensor has another shape or type, or fewer than 2 latents.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="between"/> is negative.</exception>
    public static Tensor Spherical(Tensor latents, int between, bool closed = false) =>
        Along(latents, between, closed, Arc);

    /// <summary>
    /// Linear interpolation, which stays within the cube that uniform latents are drawn from; a turn along a sphere would leave it.
    /// </summary>
    /// <param name="latents">A floating-point tensor [K, latent], K at least 2; it is left as it is.</param>
    /// <param name="between">Frames between two latents, at least 0.</param>
    /// <param name="closed">Whether the way goes on from the last latent to the first, so that its frames can be repeated for ever.</param>
    /// <returns>
    /// [K + (K - 1) · between, latent], of a closed way [K · (1 + between), latent], of the type and on the device of
    /// <paramref name="latents"/>, which stand in it unchanged. The caller disposes it.
    /// </returns>
    /// <exception cref="ArgumentException">The tensor has another shape or type, or fewer than 2 latents.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="between"/> is negative.</exception>
    public static Tensor Straight(Tensor latents, int between, bool closed = false) =>
        Along(latents, between, closed, Line);

    private static Tensor Along(
        Tensor latents,
        int between,
        bool closed,
        Func<double[], double[], Func<double, double[]>> wayOf
    )
    {
        ArgumentNullException.ThrowIfNull(latents);
        ArgumentOutOfRangeException.ThrowIfNegative(between);
        var shape = latents.shape;
        if (shape.Length != 2 || shape[0] < 2 || shape[1] < 1 || !latents.is_floating_point())
        {
            throw new ArgumentException(
                $"A way leads along floating-point latents [K, latent], at least two, but these are {latents.dtype} {ShapeText.Of(shape)}; draw as many as the way is to visit.",
                nameof(latents)
            );
        }

        var width = checked((int)shape[1]);
        double[][] places = [.. Doubles(latents).Chunk(width)];
        var ways = closed ? places.Length : places.Length - 1;
        var frames = new List<double>(checked((places.Length + ways * between) * width));
        for (var i = 0; i < places.Length; i++)
        {
            frames.AddRange(places[i]);
            if (i == ways)
            {
                break;
            }

            var way = wayOf(places[i], places[(i + 1) % places.Length]);
            for (var frame = 1; frame <= between; frame++)
            {
                frames.AddRange(way((double)frame / (between + 1)));
            }
        }

        using var scope = NewDisposeScope();
        return tensor(frames.ToArray(), [frames.Count / width, width])
            .to(latents.dtype)
            .to(latents.device)
            .MoveToOuterDisposeScope();
    }

    private static Func<double, double[]> Line(double[] from, double[] to) => part => Mix(from, 1 - part, to, part);

    private static Func<double, double[]> Arc(double[] from, double[] to)
    {
        var norm = Norm(from);
        var otherNorm = Norm(to);
        if (norm == 0 || otherNorm == 0)
        {
            return Line(from, to);
        }

        var start = Scaled(from, 1 / norm);
        var end = Scaled(to, 1 / otherNorm);
        // Kahan's formula, which is exact for small angles and for those close to 180 degrees, where the arc cosine is not.
        var angle = 2 * Math.Atan2(Norm(Mix(start, 1, end, -1)), Norm(Mix(start, 1, end, 1)));
        var side = Beside(end, start);
        if (side is null && angle > 1)
        {
            side = Beside(Axis(start), start);
        }

        return side is null
            ? Line(from, to)
            : part =>
                Scaled(
                    Mix(start, Math.Cos(part * angle), side, Math.Sin(part * angle)),
                    (1 - part) * norm + part * otherNorm
                );
    }

    /// <summary>The direction at right angles to <paramref name="start"/> in the plane of both; null where they are parallel.</summary>
    private static double[]? Beside(double[] direction, double[] start)
    {
        var rest = Mix(direction, 1, start, -direction.Zip(start, (a, b) => a * b).Sum());
        var norm = Norm(rest);
        return norm < Parallel ? null : Scaled(rest, 1 / norm);
    }

    /// <summary>The axis that is farthest from a direction.</summary>
    private static double[] Axis(double[] direction)
    {
        var axis = new double[direction.Length];
        axis[Array.IndexOf(direction, direction.MinBy(Math.Abs))] = 1;
        return axis;
    }

    private static double[] Mix(double[] a, double weight, double[] b, double other) =>
        [.. a.Zip(b, (x, y) => x * weight + y * other)];

    private static double[] Scaled(double[] vector, double factor) => [.. vector.Select(value => value * factor)];

    private static double Norm(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));

    private static double[] Doubles(Tensor latents)
    {
        using var scope = NewDisposeScope();
        return MemoryMarshal.Cast<byte, double>(latents.detach().to(float64).cpu().contiguous().bytes).ToArray();
    }
}
