using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// A tensor known to hold examples of one model, [N, ...<see cref="ExampleShape"/>]. Each model has batch types of its own,
/// so that the images of one cannot be given to another.
/// </summary>
public abstract class Batch : IDisposable
{
    private readonly Tensor tensor;
    private readonly long[] exampleShape;
    private bool disposed;

    /// <summary>Takes a tensor over: the batch disposes it, and no dispose scope does any more.</summary>
    /// <param name="tensor">A floating-point tensor [N, ...<paramref name="exampleShape"/>] on any device. If it is refused, it stays the caller's.</param>
    /// <param name="exampleShape">The shape of one example, without N.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="ArgumentException">The tensor has another shape or is not of a floating-point type.</exception>
    protected Batch(Tensor tensor, params ReadOnlySpan<long> exampleShape)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        this.exampleShape = exampleShape.ToArray();
        var shape = tensor.shape;
        if (
            BatchRefusal.Of(BatchRefusal.Name(GetType()) + " holds", tensor.dtype, shape, this.exampleShape) is
            { } refusal
        )
        {
            throw new ArgumentException(refusal, nameof(tensor));
        }

        this.tensor = tensor.DetachFromDisposeScope();
        Count = checked((int)shape[0]);
    }

    /// <summary>The tensor [N, ...<see cref="ExampleShape"/>], which the batch owns.</summary>
    /// <exception cref="ObjectDisposedException">The batch has been disposed.</exception>
    public Tensor Tensor
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return tensor;
        }
    }

    /// <summary>N, the number of examples; it may be 0.</summary>
    public int Count { get; }

    /// <summary>The shape of one example, without N.</summary>
    public IReadOnlyList<long> ExampleShape => exampleShape;

    /// <summary>Saves the values for NumPy: <c>numpy.load(path)</c> gives a float32 array [N, ...<see cref="ExampleShape"/>].</summary>
    /// <param name="path">The file, usually *.npy; one that exists is replaced once the new one is complete.</param>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public void SaveNpy(string path) => NpyFile.Write(path, Tensor);

    /// <summary>Disposes the tensor.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the batch holds.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        tensor.Dispose();
    }
}
