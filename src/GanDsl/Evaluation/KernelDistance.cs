using System.Globalization;
using GanDsl.Modules;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// How far two sets of features are apart, as the squared maximum mean discrepancy of the kernel (xᵀy / d + 1)³: Bińkowski et al. 2018. Of the features
/// of an Inception network it is the KID. Its mean does not depend on how many examples there are, so fewer do than for the Fréchet distance.
/// </summary>
/// <param name="Mean">The mean of the unbiased estimates over the subsets: about 0 where both distributions are equal, and then often below.</param>
/// <param name="StandardDeviation">Their standard deviation; 0 where a subset takes all examples, as there is one estimate then.</param>
public sealed record KernelDistance(double Mean, double StandardDeviation)
{
    /// <summary>Estimates it on random subsets.</summary>
    /// <param name="real">Features [N, d] of real examples, at least 2; they still belong to the caller.</param>
    /// <param name="fake">Those of generated examples.</param>
    /// <param name="subsets">How many subsets, at least 1. Default: 100.</param>
    /// <param name="subsetSize">The examples of each, at least 2; all where there are fewer. Default: 1000.</param>
    /// <param name="seed">What the subsets depend on. Default: 0.</param>
    /// <exception cref="ArgumentException">A tensor has another shape, too few rows, or a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static KernelDistance Between(
        Tensor real,
        Tensor fake,
        int subsets = 100,
        int subsetSize = 1000,
        int seed = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(subsets, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(subsetSize, 2);
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var (realValues, fakeValues) = Features.Checked(real, fake, least: 2);
        var takesAll = Math.Max(realValues.shape[0], fakeValues.shape[0]) <= subsetSize;
        var (ofReal, ofFake) = (Subsets(realValues, subsetSize, seed), Subsets(fakeValues, subsetSize, seed + 1));
        var estimates = new double[takesAll ? 1 : subsets];
        for (var subset = 0; subset < estimates.Length; subset++)
        {
            using var ofSubset = NewDisposeScope();
            estimates[subset] = Estimate(ofReal(subset), ofFake(subset));
        }

        var mean = estimates.Average();
        return new(mean, Math.Sqrt(estimates.Average(estimate => (estimate - mean) * (estimate - mean))));
    }

    /// <summary>The mean, and the standard deviation where there are several estimates.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Mean:G4}{(StandardDeviation > 0 ? $" ± {StandardDeviation:G2}" : "")}"
        );

    /// <summary>Answers rows drawn without one twice, by the number of the subset.</summary>
    private static Func<int, Tensor> Subsets(Tensor features, int size, int seed)
    {
        var count = checked((int)features.shape[0]);
        var indices = new MinibatchIndices(count, Math.Min(size, count), seed);
        return subset =>
        {
            using var rows = HostTensor.Indices(indices.Epoch(subset).First().Span);
            return features.index_select(0, rows);
        };
    }

    /// <summary>The unbiased estimate: no example is compared with itself.</summary>
    private static double Estimate(Tensor real, Tensor fake) =>
        WithoutDiagonal(Kernel(real, real))
        + WithoutDiagonal(Kernel(fake, fake))
        - 2 * Kernel(real, fake).mean().item<double>();

    private static Tensor Kernel(Tensor rows, Tensor columns) =>
        rows.mm(columns.t()).DividedBy(rows.shape[1]).Plus(1).Pow(3);

    private static double WithoutDiagonal(Tensor kernel)
    {
        var count = kernel.shape[0];
        return (kernel.sum() - kernel.trace()).item<double>() / (count * (count - 1.0));
    }
}
