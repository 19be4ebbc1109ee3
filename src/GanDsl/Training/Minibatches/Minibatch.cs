using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The real examples of a training step and, for conditional GANs, the class of each.</summary>
/// <param name="examples">A floating-point tensor <c>[rows, …]</c>; it belongs to the minibatch from here on.</param>
/// <param name="labels">An int64 tensor <c>[rows]</c>, or null; it belongs to the minibatch from here on.</param>
public sealed class Minibatch(Tensor examples, Tensor? labels = null) : IDisposable
{
    /// <summary>The examples <c>[rows, …]</c>.</summary>
    public Tensor Examples { get; } = examples;

    /// <summary>The class of each example, <c>[rows]</c>; null where there are none.</summary>
    public Tensor? Labels { get; } = labels;

    /// <summary>The rows.</summary>
    public int Count => (int)Examples.shape[0];

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        Examples.Dispose();
        Labels?.Dispose();
    }
}
