using GanDsl.Modules;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// How far two sets of features are apart, as the Fréchet distance of the normal distributions that have their means and covariances: Heusel et
/// al. 2017. Of the features of an Inception network it is the FID.
/// </summary>
public static class FrechetDistance
{
    /// <summary>
    /// ‖μ₁ - μ₂‖² + tr(Σ₁ + Σ₂ - 2(Σ₁Σ₂)^½), at least 0; 0 where means and covariances are equal. It depends on how many examples there are: compare
    /// numbers of as many only.
    /// </summary>
    /// <param name="first">The statistics of the one set, of at least 2 examples.</param>
    /// <param name="second">Those of the other.</param>
    /// <exception cref="ArgumentException">They are of other features.</exception>
    /// <exception cref="InvalidOperationException">There are fewer than 2 examples.</exception>
    public static double Between(FeatureStatistics first, FeatureStatistics second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Dimensions != second.Dimensions)
        {
            throw new ArgumentException(
                $"One set has {first.Dimensions} features of an example and the other {second.Dimensions}; compute both with the same network.",
                nameof(second)
            );
        }

        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var (firstCovariance, secondCovariance) = (first.Covariance(), second.Covariance());
        var root = SquareRoot(firstCovariance);

        // The eigenvalues of Σ₁Σ₂ are those of the symmetric Σ₁^½ Σ₂ Σ₁^½, which have no imaginary parts from rounding.
        var product = root.mm(secondCovariance).mm(root);
        var traceOfRoot = linalg.eigvalsh(product).ClampMin(0).sqrt().sum();
        var means = (first.Mean() - second.Mean()).Square().sum();
        var distance = means.Plus(firstCovariance.trace()).Plus(secondCovariance.trace()) - traceOfRoot.Times(2);
        return Math.Max(0, distance.item<double>());
    }

    /// <summary>The same of features.</summary>
    /// <param name="real">Features [N, d] of real examples, at least 2; they still belong to the caller.</param>
    /// <param name="fake">Those of generated examples.</param>
    /// <exception cref="ArgumentException">A tensor has another shape, too few rows, or a value that is not finite.</exception>
    public static double Between(Tensor real, Tensor fake)
    {
        using var scope = NewDisposeScope();
        var (realValues, fakeValues) = Features.Checked(real, fake, least: 2);
        using var first = FeatureStatistics.Of(realValues);
        using var second = FeatureStatistics.Of(fakeValues);
        return Between(first, second);
    }

    private static Tensor SquareRoot(Tensor covariance)
    {
        var (values, vectors) = linalg.eigh(covariance);
        return (vectors * values.ClampMin(0).sqrt()).mm(vectors.t());
    }
}
