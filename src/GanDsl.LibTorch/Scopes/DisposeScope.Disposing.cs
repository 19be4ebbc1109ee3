namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Disposes all the scope holds now; the scope stays in use.</summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed.</exception>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes all the scope holds now except what is to be kept, which stays in the scope.</summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed.</exception>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var manager = Manager();
        var all = Disposables;
        Disposables = manager.TakeSet();
        Disposables.UnionWith(inKeep);
        foreach (var disposable in all)
        {
            if (!Disposables.Contains(disposable))
            {
                disposable.Dispose();
            }
        }

        manager.GiveBack(all);
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut(keep.AsEnumerable());

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }
}
