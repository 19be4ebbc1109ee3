namespace TorchSharp;

/// <summary>
/// Owns the tensors made on its thread while it is the innermost scope, and disposes them with itself. A tensor that
/// is to live longer is moved to the outer scope or detached.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private DisposeScopeManager? _manager;

    internal DisposeScope(DisposeScopeManager disposeScopeManager)
    {
        _manager = disposeScopeManager;
        Disposables = disposeScopeManager.TakeSet();
        OuterScope = disposeScopeManager.CurrentDisposeScope;
    }

    internal DisposeScope? OuterScope { get; set; }

    internal HashSet<IDisposable> Disposables { get; private set; }

    /// <summary>What the scope holds now; a copy.</summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed.</exception>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            Manager();
            return [.. Disposables];
        }
    }

    /// <summary>How much the scope holds now.</summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed.</exception>
    public int DisposablesCount
    {
        get
        {
            Manager();
            return Disposables.Count;
        }
    }

    /// <summary>Whether the scope holds something.</summary>
    public bool Contains(IDisposable disposable) => Disposables.Contains(disposable);

    /// <summary>Disposes all the scope holds and gives the thread its outer scope back. A second call does nothing.</summary>
    public void Dispose()
    {
        if (_manager is not { } manager)
        {
            return;
        }

        DisposeEverything();
        manager.RemoveDisposeScope(this);
        _manager = null;
        manager.GiveBack(Disposables);
        Disposables = [];
    }

    /// <summary>Takes something out of the scope that was disposed by itself.</summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed.</exception>
    public void MarkAsDisposed(IDisposable disposable)
    {
        Manager();
        Disposables.Remove(disposable);
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope = null;
        }
    }

    /// <summary>Puts a replacement into the scope of what it replaces.</summary>
    internal static void ReplaceWith(torch.Tensor original, torch.Tensor replacement)
    {
        var scope = original.OwningDisposeScope;
        if (scope is not null && scope.Disposables.Remove(original))
        {
            original.OwningDisposeScope = null;
            AddTo(scope, replacement);
        }
    }

    private DisposeScopeManager Manager()
    {
        ObjectDisposedException.ThrowIf(_manager is null, this);
        return _manager;
    }

    private static bool AddTo(DisposeScope scope, IDisposable disposable)
    {
        if (disposable is not torch.Tensor tensor)
        {
            throw new InvalidOperationException(
                $"A dispose scope holds tensors, and this is a {disposable.GetType().Name}."
            );
        }

        var old = tensor.OwningDisposeScope;
        if (ReferenceEquals(scope, old))
        {
            return false;
        }

        scope.Disposables.Add(tensor);
        old?.Disposables.Remove(tensor);
        tensor.OwningDisposeScope = scope;
        return true;
    }
}
