namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A new innermost scope of the calling thread. It and whatever is made in it must be used and disposed on this
    /// thread; do not hold it across <c>await</c>.
    /// </summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ThreadSingleton.NewDisposeScope();

    /// <summary>The innermost scope of the calling thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.ThreadSingleton.CurrentDisposeScope;

    /// <summary>Evaluates an expression in a scope of its own and moves its value to the outer scope.</summary>
    /// <param name="expr">What to evaluate; every other tensor it makes is disposed.</param>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
