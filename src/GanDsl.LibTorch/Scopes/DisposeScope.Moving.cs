namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Moves something to the outer scope; without one, it is detached.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(OuterScope, disposable);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => MoveToOther(OuterScope, first, second);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => MoveToOther(OuterScope, first, second, third);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables.AsEnumerable());

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Moves something this scope holds to another scope; to null, it is detached.</summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed.</exception>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        MoveToOther(scope, [disposable]);
        return disposable;
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        MoveToOther(scope, [first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        MoveToOther(scope, [first, second, third]);
        return (first, second, third);
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, disposables.AsEnumerable());

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        Manager();
        if (scope is null)
        {
            Detach(disposables);
            return;
        }

        foreach (var disposable in disposables)
        {
            if (Disposables.Remove(disposable))
            {
                AddTo(scope, disposable);
            }
        }
    }
}
