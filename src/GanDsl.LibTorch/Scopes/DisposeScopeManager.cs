namespace TorchSharp;

/// <summary>The dispose scopes of one thread, innermost first, and its counts.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? _ofThread;

    internal static DisposeScopeManager ThreadSingleton => _ofThread ??= new DisposeScopeManager();

    // A training step opens a scope for every pass through a network: their sets are used again.
    private readonly Stack<HashSet<IDisposable>> _sets = [];

    internal ThreadDisposeScopeStatistics StatisticsInstance { get; } = new();

    internal DisposeScope? CurrentDisposeScope { get; private set; }

    /// <summary>The counts of the calling thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => ThreadSingleton.StatisticsInstance;

    internal DisposeScope NewDisposeScope() => CurrentDisposeScope = new DisposeScope(this);

    /// <summary>Counts a new tensor and puts it into the innermost scope, if there is one.</summary>
    internal DisposeScope? RegisterOnCurrentDisposeScope(torch.Tensor tensor)
    {
        var scope = CurrentDisposeScope;
        if (scope is null)
        {
            StatisticsInstance.TensorStatistics.CreatedOutsideScopeCount++;
            return null;
        }

        StatisticsInstance.TensorStatistics.CreatedInScopeCount++;
        scope.Disposables.Add(tensor);
        return scope;
    }

    internal void DisposingOnCurrentScope(torch.Tensor tensor)
    {
        if (tensor.OwningDisposeScope is null)
        {
            StatisticsInstance.TensorStatistics.DisposedOutsideScopeCount++;
        }
        else
        {
            StatisticsInstance.TensorStatistics.DisposedInScopeCount++;
        }
    }

    /// <summary>Takes a scope out of the chain; it need not be the innermost.</summary>
    internal void RemoveDisposeScope(DisposeScope disposeScope)
    {
        if (ReferenceEquals(CurrentDisposeScope, disposeScope))
        {
            CurrentDisposeScope = disposeScope.OuterScope;
            return;
        }

        for (var scope = CurrentDisposeScope; scope is not null; scope = scope.OuterScope)
        {
            if (ReferenceEquals(scope.OuterScope, disposeScope))
            {
                scope.OuterScope = disposeScope.OuterScope;
                return;
            }
        }
    }

    /// <summary>An empty set for a scope.</summary>
    internal HashSet<IDisposable> TakeSet() =>
        _sets.TryPop(out var set) ? set : new HashSet<IDisposable>(ReferenceEqualityComparer.Instance);

    /// <summary>Takes back a set that no scope uses any more.</summary>
    internal void GiveBack(HashSet<IDisposable> set)
    {
        set.Clear();
        _sets.Push(set);
    }
}
