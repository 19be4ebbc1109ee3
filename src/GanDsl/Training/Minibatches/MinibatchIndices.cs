namespace GanDsl;

/// <summary>
/// Which examples each step of an epoch draws: all of them in shuffled order, cut into batches of one size; the examples
/// left over at the end of an epoch, fewer than a batch, are not drawn in it.
/// </summary>
/// <remarks>
/// The order of an epoch depends on the seed and the epoch's number alone, so any epoch can be drawn again, as when training
/// goes on from a checkpoint. One array serves all epochs: finish one before starting another.
/// </remarks>
internal sealed class MinibatchIndices
{
    private readonly int[] order;
    private readonly long seed;

    /// <summary>Creates the batches of a dataset.</summary>
    /// <param name="count">Examples in the dataset.</param>
    /// <param name="batchSize">Examples in a batch, in [1, <paramref name="count"/>].</param>
    /// <param name="seed">Which orders; any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    /// <exception cref="GanException">There are fewer examples than a batch takes.</exception>
    public MinibatchIndices(int count, int batchSize, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (count < batchSize)
        {
            throw new GanException(
                $"A batch draws {batchSize} examples, but there are {count}: take a smaller batch size or more data."
            );
        }

        order = new int[count];
        this.seed = seed;
        BatchSize = batchSize;
    }

    /// <summary>Examples in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>Batches in an epoch, at least 1.</summary>
    public int BatchesPerEpoch => order.Length / BatchSize;

    /// <summary>The batches of an epoch.</summary>
    /// <param name="epoch">The number of the epoch; usually counted from 0.</param>
    /// <returns>Views of the shared array, each valid until another epoch is started.</returns>
    public IEnumerable<ReadOnlyMemory<int>> Epoch(int epoch) =>
        Epoch(epoch, 0, Enumerable.Repeat(BatchSize, BatchesPerEpoch));

    /// <summary>An epoch in batches of several sizes, from some place on.</summary>
    /// <param name="epoch">The number of the epoch.</param>
    /// <param name="begun">How many of its examples are left aside.</param>
    /// <param name="sizes">The size of each batch; the epoch ends before the first one that the examples left do not fill.</param>
    internal IEnumerable<ReadOnlyMemory<int>> Epoch(int epoch, long begun, IEnumerable<int> sizes)
    {
        Shuffle(epoch);
        foreach (var size in sizes)
        {
            if (size > order.Length - begun)
            {
                yield break;
            }

            yield return order.AsMemory((int)begun, size);
            begun += size;
        }
    }

    /// <summary>Durstenfeld's form of the Fisher-Yates shuffle (1964).</summary>
    private void Shuffle(int epoch)
    {
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var random = SplitMix64.Of(seed, epoch);
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = random.NextInt(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
