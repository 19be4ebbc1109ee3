namespace TorchSharp;

/// <summary>What one thread made and disposed; a leak shows as a live count that grows.</summary>
public class ThreadDisposeScopeStatistics
{
    /// <summary>The counts of tensors.</summary>
    public LifetimeStatistics TensorStatistics { get; } = new();

    /// <inheritdoc cref="LifetimeStatistics.CreatedOutsideScopeCount"/>
    public long CreatedOutsideScopeCount => TensorStatistics.CreatedOutsideScopeCount;

    /// <inheritdoc cref="LifetimeStatistics.DisposedOutsideScopeCount"/>
    public long DisposedOutsideScopeCount => TensorStatistics.DisposedOutsideScopeCount;

    /// <inheritdoc cref="LifetimeStatistics.CreatedInScopeCount"/>
    public long CreatedInScopeCount => TensorStatistics.CreatedInScopeCount;

    /// <inheritdoc cref="LifetimeStatistics.DisposedInScopeCount"/>
    public long DisposedInScopeCount => TensorStatistics.DisposedInScopeCount;

    /// <inheritdoc cref="LifetimeStatistics.AttachedToScopeCount"/>
    public long AttachedToScopeCount => TensorStatistics.AttachedToScopeCount;

    /// <inheritdoc cref="LifetimeStatistics.DetachedFromScopeCount"/>
    public long DetachedFromScopeCount => TensorStatistics.DetachedFromScopeCount;

    /// <inheritdoc cref="LifetimeStatistics.ThreadTotalLiveCount"/>
    public long ThreadTotalLiveCount => TensorStatistics.ThreadTotalLiveCount;

    /// <inheritdoc cref="LifetimeStatistics.Reset"/>
    public void Reset() => TensorStatistics.Reset();

    /// <inheritdoc/>
    public override string ToString() => TensorStatistics.ToString();
}
