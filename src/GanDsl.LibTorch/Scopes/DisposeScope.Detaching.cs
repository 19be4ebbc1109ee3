namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Takes something out of all scopes; from here on its owner disposes it.</summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed.</exception>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Detach([disposable]);
        return disposable;
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        Detach([first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        Detach([first, second, third]);
        return (first, second, third);
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(params IDisposable[] disposables) => Detach(disposables.AsEnumerable());

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        var statistics = Manager().StatisticsInstance.TensorStatistics;
        foreach (var disposable in disposables)
        {
            if (Disposables.Remove(disposable) && disposable is torch.Tensor tensor)
            {
                statistics.DetachedFromScopeCount++;
                tensor.OwningDisposeScope = null;
            }
        }
    }

    /// <summary>Puts a tensor into this scope, out of any other.</summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed.</exception>
    /// <exception cref="InvalidOperationException">It is no tensor.</exception>
    public void Attach(IDisposable disposable) => Attach([disposable]);

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public void Attach(params IDisposable[] disposables) => Attach(disposables.AsEnumerable());

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var statistics = Manager().StatisticsInstance.TensorStatistics;
        var attached = new List<IDisposable>();
        foreach (var disposable in disposables)
        {
            if (AddTo(this, disposable))
            {
                statistics.AttachedToScopeCount++;
            }

            attached.Add(disposable);
        }

        return attached;
    }
}
