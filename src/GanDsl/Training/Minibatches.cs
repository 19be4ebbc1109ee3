using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The shuffled minibatches of a data set. An epoch's order depends on the seed and the epoch alone.</summary>
public sealed class Minibatches
{
    private readonly Dataset data;
    private readonly MinibatchIndices indices;
    private readonly Device device;

    /// <summary>Checks that the model can be trained on the data.</summary>
    /// <param name="model">The name of the GAN, for messages.</param>
    /// <param name="data">The examples.</param>
    /// <param name="exampleShape">The declared shape of one example, without N.</param>
    /// <param name="range">The declared range of the values.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    /// <param name="seed">What the order depends on.</param>
    /// <param name="device">Where the minibatches are needed.</param>
    /// <exception cref="GanException">The data have another shape or range, or are fewer than <paramref name="rows"/>.</exception>
    public Minibatches(
        string model,
        Dataset data,
        long[] exampleShape,
        ValueRange range,
        int rows,
        int seed,
        Device device
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(device);
        data.EnsureFits(model, exampleShape, range, rows);
        this.data = data;
        this.device = device;
        indices = new MinibatchIndices(data.Count, rows, seed);
    }

    /// <summary>
    /// The minibatches of an epoch, lazily; each tensor <c>[rows, …]</c> belongs to the caller. Where the data allow it, the next one
    /// is read while the caller works on this one (<see cref="Dataset.CanReadAhead"/>).
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled: thrown instead of the next minibatch.</exception>
    public IEnumerable<Tensor> Epoch(int epoch, CancellationToken cancellationToken) =>
        Read(epoch, cancellationToken).Select(minibatch => minibatch.Examples);

    /// <summary>The same, with the places of the examples in the data set.</summary>
    internal IEnumerable<Minibatch> Read(int epoch, CancellationToken cancellationToken)
    {
        var drawn = Draw(epoch, cancellationToken);
        return data.CanReadAhead ? ReadAhead.Of(drawn, Read, cancellationToken) : drawn.Select(Read);
    }

    private IEnumerable<int[]> Draw(int epoch, CancellationToken cancellationToken)
    {
        foreach (var minibatch in indices.Epoch(epoch))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // A copy: the next epoch is shuffled in the same memory.
            yield return minibatch.ToArray();
        }
    }

    private Minibatch Read(int[] drawn) => new(drawn, DeviceCopy.Begin(OfNetworks(data.Read(drawn)), device));

    /// <summary>The examples in the type of the networks, disposing those given where that is another one.</summary>
    private static Tensor OfNetworks(Tensor examples)
    {
        if (examples.dtype == get_default_dtype())
        {
            return examples;
        }

        using (examples)
        {
            return examples.to(get_default_dtype());
        }
    }
}
