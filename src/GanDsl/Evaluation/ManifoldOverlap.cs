using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// What generated examples have of the real ones: how many look real, and how much of the variety is there. Around each example lies a ball that
/// reaches to its k-th nearest neighbour of its own kind; all balls together stand for the distribution.
/// </summary>
/// <param name="Precision">The part of generated examples that lie in a ball of a real one, in [0, 1]: Kynkäänniemi et al. 2019.</param>
/// <param name="Recall">The part of real examples that lie in a ball of a generated one, in [0, 1]: Kynkäänniemi et al. 2019.</param>
/// <param name="Density">
/// In how many balls of real examples a generated one lies, divided by k, on average: at least 0, about 1 where both distributions are equal, and
/// not moved much by real outliers (Naeem et al. 2020).
/// </param>
/// <param name="Coverage">The part of real examples with a generated one in their ball, in [0, 1]: Naeem et al. 2020.</param>
public sealed record ManifoldOverlap(double Precision, double Recall, double Density, double Coverage)
{
    /// <summary>As in Naeem et al. 2020.</summary>
    internal const int DefaultNeighbors = 5;

    /// <summary>Rows of a table of distances that are in memory at once.</summary>
    private const int RowsAtOnce = 1024;

    /// <summary>From how many features on distances come from products, which are fast; differences are exact for equal examples.</summary>
    private const int FewFeatures = 64;

    /// <summary>Computes all four.</summary>
    /// <param name="real">Features [N, d] of real examples, more than <paramref name="neighbors"/>; they still belong to the caller.</param>
    /// <param name="fake">Those of generated examples.</param>
    /// <param name="neighbors">k, at least 1. Default: 5, as in Naeem et al. 2020; Kynkäänniemi et al. 2019 take 3.</param>
    /// <exception cref="ArgumentException">A tensor has another shape, too few rows, or a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="neighbors"/> is below 1.</exception>
    public static ManifoldOverlap Between(Tensor real, Tensor fake, int neighbors = DefaultNeighbors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbors, 1);
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var (realValues, fakeValues) = Features.Checked(real, fake, least: neighbors + 1L);

        // Distances from products keep their digits near 0 alone.
        var center = realValues.mean([0]);
        (realValues, fakeValues) = (realValues - center, fakeValues - center);
        var realRadii = Radii(realValues, neighbors);
        var fakeRadii = Radii(fakeValues, neighbors);

        var inRealBalls = zeros(fakeValues.shape[0], float64);
        var (recalled, covered) = (0L, 0L);
        foreach (var (first, rows) in Chunks(realValues))
        {
            using var chunk = NewDisposeScope();
            var distances = Distances(rows, fakeValues);
            var inside = distances.le(realRadii.narrow(0, first, rows.shape[0]).unsqueeze(1));
            inRealBalls.Plus_(inside.to(float64).sum([0]));
            covered += inside.any(1).sum().item<long>();
            recalled += distances.le(fakeRadii).any(1).sum().item<long>();
        }

        var (realCount, fakeCount) = ((double)realValues.shape[0], (double)fakeValues.shape[0]);
        return new(
            inRealBalls.count_nonzero().item<long>() / fakeCount,
            recalled / realCount,
            inRealBalls.sum().item<double>() / (neighbors * fakeCount),
            covered / realCount
        );
    }

    /// <summary>The distance of each example to its k-th nearest neighbour.</summary>
    private static Tensor Radii(Tensor features, int neighbors)
    {
        var radii = new List<Tensor>();
        foreach (var (first, rows) in Chunks(features))
        {
            using var chunk = NewDisposeScope();
            var distances = Distances(rows, features);

            // An example is no neighbour of itself.
            distances.diagonal(first).Fill_(double.PositiveInfinity);
            radii.Add(distances.kthvalue(neighbors, 1).values.MoveToOuterDisposeScope());
        }

        return cat(radii);
    }

    private static IEnumerable<(long First, Tensor Rows)> Chunks(Tensor features)
    {
        var count = features.shape[0];
        for (var first = 0L; first < count; first += RowsAtOnce)
        {
            yield return (first, features.narrow(0, first, Math.Min(RowsAtOnce, count - first)));
        }
    }

    private static Tensor Distances(Tensor rows, Tensor columns) =>
        cdist(
            rows,
            columns,
            compute_mode: rows.shape[1] > FewFeatures
                ? compute_mode.use_mm_for_euclid_dist
                : compute_mode.donot_use_mm_for_euclid_dist
        );
}
