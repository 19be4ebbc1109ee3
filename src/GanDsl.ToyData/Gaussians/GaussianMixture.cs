using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.ToyData;

/// <summary>
/// Points in the plane drawn from equally likely round Gaussians: the classic test of whether a GAN finds every mode of its
/// data (Metz et al., "Unrolled Generative Adversarial Networks", 2017).
/// </summary>
public sealed class GaussianMixture
{
    private const double HighQualityDeviations = 3;

    private readonly (double X, double Y)[] modes;

    private GaussianMixture((double X, double Y)[] modes, double standardDeviation, string description)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(standardDeviation);
        if (!double.IsFinite(standardDeviation) || modes.Any(mode => !double.IsFinite(mode.X + mode.Y)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardDeviation),
                "The places and the standard deviation of a mixture's modes must be finite numbers."
            );
        }

        this.modes = modes;
        StandardDeviation = standardDeviation;
        Description = description;
    }

    /// <summary>The means of the Gaussians.</summary>
    public IReadOnlyList<(double X, double Y)> Modes => modes;

    /// <summary>The standard deviation of every Gaussian in either direction.</summary>
    public double StandardDeviation { get; }

    /// <summary>What the points are, for messages: "a ring of 8 Gaussians".</summary>
    public string Description { get; }

    /// <summary>Gaussians evenly placed on a circle around the origin, the first at (radius, 0).</summary>
    /// <param name="modes">How many, at least 1.</param>
    /// <param name="radius">The circle's radius.</param>
    /// <param name="standardDeviation">Of each Gaussian, in either direction; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive or not finite.</exception>
    public static GaussianMixture Ring(int modes = 8, double radius = 2, double standardDeviation = 0.02)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(modes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(radius);
        var places = new (double X, double Y)[modes];
        for (var i = 0; i < modes; i++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * i / modes);
            places[i] = (radius * cosine, radius * sine);
        }

        return new GaussianMixture(places, standardDeviation, $"a ring of {modes} Gaussians");
    }

    /// <summary>Gaussians on a square grid around the origin.</summary>
    /// <param name="side">Gaussians in a row and rows, at least 1.</param>
    /// <param name="spacing">The distance between neighbours.</param>
    /// <param name="standardDeviation">Of each Gaussian, in either direction; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive or not finite.</exception>
    public static GaussianMixture Grid(int side = 5, double spacing = 2, double standardDeviation = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(side);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spacing);
        var places = new (double X, double Y)[checked(side * side)];
        var middle = (side - 1) / 2.0;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (spacing * (i % side - middle), spacing * (i / side - middle));
        }

        return new GaussianMixture(places, standardDeviation, $"a {side} x {side} grid of Gaussians");
    }

    /// <summary>Draws fresh points.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="generator">The source of random numbers, on the CPU; by default torch's own.</param>
    /// <returns>A new float32 tensor [count, 2] on the CPU, which the caller owns.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public Tensor Sample(int count, Generator? generator = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Libtorch.Require();
        using var choice = rand(new long[] { count }, float32, CPU, false, generator);
        var points = randn(new long[] { count, 2 }, float32, CPU, false, generator);
        ReadOnlySpan<float> chosen = HostTensor.Values(choice);
        var values = HostTensor.Values(points);
        for (var i = 0; i < count; i++)
        {
            var (x, y) = modes[(int)((double)chosen[i] * modes.Length)];
            values[2 * i] = (float)(x + StandardDeviation * values[2 * i]);
            values[2 * i + 1] = (float)(y + StandardDeviation * values[2 * i + 1]);
        }

        GC.KeepAlive(points);
        GC.KeepAlive(choice);
        return points;
    }

    /// <summary>Draws a fixed set of points to train on.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">Which points.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public TensorDataset ToDataset(int count, long seed = 0)
    {
        using var generator = new Generator(unchecked((ulong)seed), CPU);
        using var points = Sample(count, generator);
        return new TensorDataset(points, ValueRange.Unbounded, $"{count} points of {Description}");
    }

    /// <summary>Counts how well points cover the mixture.</summary>
    /// <param name="points">A tensor [N, 2], N at least 1; a point that is not finite is of no quality.</param>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public MixtureCoverage Evaluate(Tensor points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var shape = points.shape;
        if (shape.Length != 2 || shape[0] == 0 || shape[1] != 2)
        {
            throw new ArgumentException(
                $"A mixture in the plane is compared with points [N, 2], N at least 1, but the tensor is {ShapeText.Of(shape)}.",
                nameof(points)
            );
        }

        var values = HostTensor.ToArray(points);
        var covered = new bool[modes.Length];
        var good = 0;
        for (var i = 0; i < values.Length; i += 2)
        {
            if (NearestMode(values[i], values[i + 1]) is int mode)
            {
                covered[mode] = true;
                good++;
            }
        }

        return new MixtureCoverage(covered.Count(found => found), modes.Length, good / (double)shape[0]);
    }

    /// <summary>The nearest mode, if it is near enough for high quality.</summary>
    private int? NearestMode(double x, double y)
    {
        var nearest = -1;
        var limit = HighQualityDeviations * StandardDeviation;
        var smallest = limit * limit;
        for (var i = 0; i < modes.Length; i++)
        {
            var (dx, dy) = (x - modes[i].X, y - modes[i].Y);
            var square = dx * dx + dy * dy;
            if (square <= smallest)
            {
                (smallest, nearest) = (square, i);
            }
        }

        return nearest < 0 ? null : nearest;
    }
}
