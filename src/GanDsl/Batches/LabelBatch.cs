using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The classes of examples of one model, [N]. Each conditional model has a label type of its own.</summary>
public abstract class LabelBatch : IDisposable
{
    private readonly Tensor tensor;
    private bool disposed;

    /// <summary>Takes a tensor over: the batch disposes it, and no dispose scope does any more.</summary>
    /// <param name="tensor">An int64 tensor [N] on any device, each value in [0, <paramref name="classes"/>). If it is refused, it stays the caller's.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">The tensor has another shape or type, or a value that names no class.</exception>
    protected LabelBatch(Tensor tensor, int classes)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using (var extremes = new Extremes())
        {
            if (LabelRefusal.Of(BatchRefusal.Name(GetType()), tensor, classes, extremes) is { } refusal)
            {
                throw new ArgumentException(refusal, nameof(tensor));
            }
        }

        this.tensor = tensor.DetachFromDisposeScope();
        Classes = classes;
        Count = checked((int)tensor.shape[0]);
    }

    /// <summary>Labels that are typed out or computed.</summary>
    /// <param name="labels">The class of each example.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">A value names no class.</exception>
    protected LabelBatch(int[] labels, int classes)
        : this(HostTensor.Indices(labels), classes) { }

    /// <summary>The tensor [N] of int64, which the batch owns.</summary>
    /// <exception cref="ObjectDisposedException">The batch has been disposed.</exception>
    public Tensor Tensor
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return tensor;
        }
    }

    /// <summary>N, the number of labels.</summary>
    public int Count { get; }

    /// <summary>The number of classes that there are.</summary>
    public int Classes { get; }

    /// <summary>The labels as numbers.</summary>
    public int[] ToArray()
    {
        using var scope = NewDisposeScope();
        return [.. Tensor.cpu().contiguous().data<long>().ToArray().Select(label => (int)label)];
    }

    /// <summary>Disposes the tensor.</summary>
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            tensor.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Each class the same number of times, class after class: the rows of a picture.</summary>
    protected static int[] Repeated(int classes, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return [.. Enumerable.Range(0, classes).SelectMany(label => Enumerable.Repeat(label, count))];
    }
}
