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
        mean = zeros(dimensions, float64).DetachFromDisposeScope();
        scatter = zeros(dimensions, dimensions, float64).DetachFromDisposeScope();
        Dimensions = dimensions;
    }

    /// <summary>The features of an example.</summary>
    public int Dimensions { get; }

    /// <summary>The examples so far.</summary>
    public long Count { get; private set; }

    /// <summary>The statistics of some features.</summary>
    /// <param name="features">[N, d], at least one; they still belong to the caller.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or a value that is not finite.</exception>
    public static FeatureStatistics Of(Tensor features)
    {
        using var scope = NewDisposeScope();
        var values = Features.Checked(features, least: 1, nameof(features));
        var statistics = new FeatureStatistics(checked((int)values.shape[1]));
        statistics.AddChecked(values);
        return statistics;
    }

    /// <summary>Statistics that are known, such as published ones of a data set.</summary>
    /// <param name="mean">μ, a tensor [d]; it still belongs to the caller.</param>
    /// <param name="covariance">The unbiased Σ, a tensor [d, d]; it still belongs to the caller.</param>
    /// <param name="count">Of how many examples they are, at least 2.</param>
    /// <exception cref="ArgumentException">A tensor has another shape, or a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    public static FeatureStatistics Of(Tensor mean, Tensor covariance, long count)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var values = Features.Checked(mean.reshape(1, -1), least: 1, nameof(mean));
        var dimensions = checked((int)values.shape[1]);
        var matrix = Features.Checked(covariance, least: 1, nameof(covariance));
        if (!matrix.shape.AsSpan().SequenceEqual([dimensions, dimensions]))
        {
            throw new ArgumentException(
                $"The covariance of {dimensions} features is [{dimensions}, {dimensions}], but this one is {ShapeText.Of(matrix.shape)}; give that of "
                    + "the same features.",
                nameof(covariance)
            );
        }

        var statistics = new FeatureStatistics(dimensions) { Count = count };
        statistics.mean.copy_(values[0]);
        statistics.scatter.copy_(matrix.Times(count - 1));
        return statistics;
    }

    /// <summary>Adds features.</summary>
    /// <param name="features">[N, d], at least one; they still belong to the caller.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or a value that is not finite; nothing is added.</exception>
    public void Add(Tensor features)
    {
        ThrowIfDisposed();
        using var scope = NewDisposeScope();
        var values = Features.Checked(features, least: 1, nameof(features));
        if (values.shape[1] != Dimensions)
        {
            throw new ArgumentException(
                $"An example has {Dimensions} features here, but these have {values.shape[1]}; compute all of them with the same network.",
                nameof(features)
            );
        }

        AddChecked(values);
    }

    /// <summary>The mean [d] in float64, which the caller disposes.</summary>
    public Tensor Mean()
    {
        ThrowIfDisposed();
        return mean.clone();
    }

    /// <summary>The unbiased covariance [d, d] in float64, which the caller disposes.</summary>
    /// <exception cref="InvalidOperationException">There are fewer than 2 examples.</exception>
    public Tensor Covariance()
    {
        ThrowIfDisposed();
        return Count >= 2
            ? scatter.DividedBy(Count - 1)
            : throw new InvalidOperationException(
                $"A covariance takes at least 2 examples, but there {(Count == 1 ? "is 1" : "are 0")}; add more features."
            );
    }

    /// <summary>Releases mean and covariance.</summary>
    public void Dispose()
    {
        mean.Dispose();
        scatter.Dispose();
    }

    private void AddChecked(Tensor values)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var count = values.shape[0];
        var meanOfPart = values.mean([0]);
        var centered = values - meanOfPart;
        var difference = meanOfPart - mean;
        var share = (double)count / (Count + count);
        scatter.Plus_(centered.t().mm(centered)).Plus_(difference.outer(difference).Times(Count * share));
        mean.Plus_(difference.Times(share));
        Count += count;
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(mean.IsInvalid, this);
}
