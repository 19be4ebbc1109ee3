using GanDsl.Modules;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Mean and covariance of features, added up in float64 part by part, so that not all of them have to be in memory at once.</summary>
/// <remarks>The sums are those of Chan et al. 1983, which keep their digits however far the mean is from 0.</remarks>
public sealed class FeatureStatistics : IDisposable
{
    private readonly Tensor mean;
    private readonly Tensor scatter;

    /// <summary>Begins with no features.</summary>
    /// <param name="dimensions">d, the features of an example, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimensions"/> is below 1.</exception>
    public FeatureStatistics(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        Libtorch.Require();
        Dimensions = dimensions;
        mean = zeros(dimensions, float64).DetachFromDisposeScope();
        scatter = zeros(dimensions, dimensions, float64).DetachFromDisposeScope();
    }

    /// <summary>The features of an example.</summary>
    public int Dimensions { get; }

    /// <summary>The examples so far.</summary>
    public long Count { get; private set; }

    /// <summary>The mean [d] in float64, which belongs to this object.</summary>
    internal Tensor Mean => mean;

    /// <summary>The unbiased covariance [d, d] in float64, which belongs to the caller; at least two examples are needed.</summary>
    internal Tensor Covariance => scatter.DividedBy(Count - 1);

    /// <summary>The statistics of some features.</summary>
    /// <param name="features">[N, d], at least one; they still belong to the caller.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or a value that is not finite.</exception>
    public static FeatureStatistics Of(Tensor features)
    {
        using var values = Features.Checked(features, least: 1, nameof(features));
        var statistics = new FeatureStatistics(checked((int)values.shape[1]));
        statistics.Add(values);
        return statistics;
    }

    /// <summary>Adds features.</summary>
    /// <param name="features">[N, d], at least one; they still belong to the caller.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or a value that is not finite; nothing is added.</exception>
    public void Add(Tensor features)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        using var values = Features.Checked(features, least: 1, nameof(features));
        if (values.shape[1] != Dimensions)
        {
            throw new ArgumentException(
                $"An example has {Dimensions} features here, but these have {values.shape[1]}; compute all of them with the same network.",
                nameof(features)
            );
        }

        var count = values.shape[0];
        var meanOfPart = values.mean([0]);
        var centered = values - meanOfPart;
        var difference = meanOfPart - mean;
        var share = (double)count / (Count + count);
        scatter.Plus_(centered.t().mm(centered)).Plus_(difference.outer(difference).Times(Count * share));
        mean.Plus_(difference.Times(share));
        Count += count;
    }

    /// <summary>Releases mean and covariance.</summary>
    public void Dispose()
    {
        mean.Dispose();
        scatter.Dispose();
    }
}
