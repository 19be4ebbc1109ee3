using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The shuffled minibatches of a data set. An epoch's order depends on the seed and the epoch alone.</summary>
public sealed class Minibatches
{
    private readonly Dataset data;
    private readonly MinibatchIndices indices;

    /// <summary>Checks that the model can be trained on the data.</summary>
    /// <param name="model">The name of the GAN, for messages.</param>
    /// <param name="data">The examples.</param>
    /// <param name="exampleShape">The declared shape of one example, without N.</param>
    /// <param name="range">The declared range of the values.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    /// <param name="seed">What the order depends on.</param>
    /// <exception cref="GanException">The data have another shape or range, or are fewer than <paramref name="rows"/>.</exception>
    public Minibatches(string model, Dataset data, long[] exampleShape, ValueRange range, int rows, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.EnsureFits(model, exampleShape, range, rows);
        this.data = data;
        indices = new MinibatchIndices(data.Count, rows, seed);
    }

    /// <summary>The minibatches of an epoch, lazily; each tensor <c>[rows, …]</c> belongs to the caller.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled: thrown before the next minibatch is read.</exception>
    public IEnumerable<Tensor> Epoch(int epoch, CancellationToken cancellationToken)
    {
        foreach (var minibatch in indices.Epoch(epoch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return data.Read(minibatch.Span);
        }
    }
}
