namespace TorchSharp;

/// <summary>How many tensors one thread made and disposed, inside dispose scopes and outside.</summary>
public class LifetimeStatistics
{
    /// <summary>Made on this thread while it had no dispose scope.</summary>
    public long CreatedOutsideScopeCount { get; internal set; }

    /// <summary>Disposed on this thread while they belonged to no dispose scope.</summary>
    public long DisposedOutsideScopeCount { get; internal set; }

    /// <summary>Made on this thread in a dispose scope.</summary>
    public long CreatedInScopeCount { get; internal set; }

    /// <summary>Disposed on this thread while they belonged to a dispose scope.</summary>
    public long DisposedInScopeCount { get; internal set; }

    /// <summary>Attached to a dispose scope after they were made.</summary>
    public long AttachedToScopeCount { get; internal set; }

    /// <summary>Detached from their dispose scope.</summary>
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Made on this thread and not yet disposed on it.</summary>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount - DisposedInScopeCount + (CreatedOutsideScopeCount - DisposedOutsideScopeCount);

    /// <summary>Sets every count to 0.</summary>
    public void Reset()
    {
        CreatedOutsideScopeCount = 0;
        DisposedOutsideScopeCount = 0;
        CreatedInScopeCount = 0;
        DisposedInScopeCount = 0;
        AttachedToScopeCount = 0;
        DetachedFromScopeCount = 0;
    }

    /// <summary>All counts on one line.</summary>
    public override string ToString() =>
        $"ThreadTotalLiveCount: {ThreadTotalLiveCount}; "
        + $"CreatedOutsideScopeCount: {CreatedOutsideScopeCount}; "
        + $"DisposedOutsideScopeCount: {DisposedOutsideScopeCount}; "
        + $"CreatedInScopeCount: {CreatedInScopeCount}; "
        + $"DisposedInScopeCount: {DisposedInScopeCount}; "
        + $"AttachedToScopeCount: {AttachedToScopeCount}; "
        + $"DetachedFromScopeCount: {DetachedFromScopeCount}";
}
