using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// Real examples for a GAN to learn from, all of one shape, read a batch at a time.
/// </summary>
/// <remarks>
/// Derive from it to read data of your own: state <see cref="Count"/>, <see cref="ExampleShape"/>, <see cref="Range"/> and
/// <see cref="Description"/>, and let <see cref="Read"/> call <see cref="CheckIndices"/> first. Where reading takes time, see
/// <see cref="CanReadAhead"/>.
/// </remarks>
public abstract class Dataset : IDisposable
{
    /// <summary>This set, until it is disposed, and those that were taken from it.</summary>
    private int holders = 1;
    private int isDisposed;

    /// <summary>The number of examples.</summary>
    public abstract int Count { get; }

    /// <summary>The shape of one example, without N: [channels, height, width] for images.</summary>
    public abstract IReadOnlyList<long> ExampleShape { get; }

    /// <summary>The interval in which the values that <see cref="Read"/> returns lie.</summary>
    public abstract ValueRange Range { get; }

    /// <summary>What the examples are, for messages: usually the path they came from.</summary>
    public abstract string Description { get; }

    /// <summary>The class of each example, counted from 0; null where the examples have no labels. See <see cref="LabeledDataset"/>.</summary>
    public virtual IReadOnlyList<int>? Labels => null;

    /// <summary>The names of the classes 0, 1, 2 …; null where they have none, or there are no labels.</summary>
    public virtual IReadOnlyList<string>? ClassNames => null;

    /// <summary>
    /// Whether training may read the next minibatch on another thread while a training step runs. False unless a set says otherwise.
    /// </summary>
    /// <remarks>
    /// True promises that <see cref="Read"/> gives the same values on every thread and at every time: it draws none of torch's random
    /// numbers, which would come in another order each time, and bears that <see cref="Read"/> or <see cref="Dispose()"/> is called on
    /// another thread meanwhile. (One training reads one minibatch at a time, but another one may read the same set.) Torch's parallel
    /// operators would compete with the training step for the processor; files and plain loops do so less. Which minibatches the steps
    /// get is the same either way; where training ends early, the set may have been asked for one minibatch more.
    /// </remarks>
    public virtual bool CanReadAhead => false;

    /// <summary>Reads examples into a new tensor, which the caller owns.</summary>
    /// <param name="indices">Which examples, each in [0, <see cref="Count"/>), in any order, at least one.</param>
    /// <returns>A float32 tensor [n, ...<see cref="ExampleShape"/>] on the CPU.</returns>
    /// <exception cref="ArgumentException">There are no indices.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside [0, <see cref="Count"/>).</exception>
    /// <exception cref="ObjectDisposedException">The dataset held tensors or files, and has been disposed with all that was taken from it.</exception>
    public abstract Tensor Read(ReadOnlySpan<int> indices);

    /// <summary>The first examples as a dataset of their own.</summary>
    /// <remarks>Both share the examples, and each has to be disposed: what holds the examples is released with the last of them.</remarks>
    /// <param name="count">How many, in [1, <see cref="Count"/>].</param>
    /// <exception cref="GanException"><paramref name="count"/> is outside that range.</exception>
    /// <exception cref="ObjectDisposedException">This set has been disposed.</exception>
    public Dataset Take(int count)
    {
        RequireNotDisposed();
        if (count < 1 || count > Count)
        {
            throw new GanException(
                $"Cannot take {count} examples of {Description}, as there are {Count}: ask for 1 to {Count}."
            );
        }

        return TakeFirst(count);
    }

    /// <summary>The first <paramref name="count"/> examples, a number already found to be in [1, <see cref="Count"/>].</summary>
    protected virtual Dataset TakeFirst(int count) => new FirstExamples(this, count);

    /// <summary>
    /// Checks that a model can be trained on these examples: their shape, their range and that one batch can be filled.
    /// </summary>
    /// <param name="model">The model's name, for the message.</param>
    /// <param name="exampleShape">The shape of an example that the model takes, without N.</param>
    /// <param name="range">The range of values that the model declares.</param>
    /// <param name="batchSize">Examples that one training step draws.</param>
    /// <exception cref="GanException">The examples do not fit; the message says what does not and what to change.</exception>
    internal void EnsureFits(string model, IReadOnlyList<long> exampleShape, ValueRange range, int batchSize) =>
        DatasetFit.Ensure(this, model, exampleShape, range, batchSize);

    /// <summary>Checks indices given to <see cref="Read"/>.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is outside [0, <see cref="Count"/>).</exception>
    protected void CheckIndices(ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentException("No indices were given; read at least one example.", nameof(indices));
        }

        var count = Count;
        foreach (var index in indices)
        {
            if ((uint)index >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices),
                    index,
                    $"{Description} has the examples 0 to {count - 1}, but example {index} was asked for."
                );
            }
        }
    }

    /// <summary>Releases the examples, unless others that were taken from this set still read them.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) == 0)
        {
            Release();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Keeps the examples until <see cref="Release"/>.</summary>
    /// <exception cref="ObjectDisposedException">They are released already.</exception>
    internal void Hold()
    {
        for (var seen = Volatile.Read(ref holders); ; )
        {
            ObjectDisposedException.ThrowIf(seen == 0, this);
            var found = Interlocked.CompareExchange(ref holders, seen + 1, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }

    /// <exception cref="ObjectDisposedException">This set has been disposed.</exception>
    internal void RequireNotDisposed() => ObjectDisposedException.ThrowIf(isDisposed != 0, this);

    /// <summary>Releases the examples where nobody holds them any more.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            Dispose(disposing: true);
        }
    }

    /// <summary>Releases what a derived set holds; called once, when this set and all that were taken from it are disposed.</summary>
    /// <param name="disposing">True.</param>
    protected virtual void Dispose(bool disposing) { }
}
