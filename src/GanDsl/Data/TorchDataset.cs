using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// The items of a data set of TorchSharp, <see cref="torch.utils.data.Dataset"/>, as examples: of the tensors by name that an item is, one is the
/// example.
/// </summary>
/// <remarks>
/// Items are asked for one at a time, and never by two threads at once; their tensors are disposed once they are copied. For a
/// <see cref="TorchSharp.Modules.DataLoader"/>, see <see cref="DataLoaderSampler"/>.
/// </remarks>
public sealed class TorchDataset : Dataset
{
    private readonly Lock useOfSource = new();
    private readonly torch.utils.data.Dataset source;
    private readonly string key;
    private readonly long[] exampleShape;
    private bool disposed;

    /// <summary>Wraps a data set and looks at its first item.</summary>
    /// <param name="source">The data set; disposed with this one.</param>
    /// <param name="key">Which tensor of an item is the example; float32, or of another floating-point type that is converted.</param>
    /// <param name="range">The interval in which the values lie; by default any finite value.</param>
    /// <param name="canReadAhead">
    /// Whether the data set may be read on another thread while a training step runs: it then draws none of torch's random numbers. Default:
    /// false. See <see cref="Dataset.CanReadAhead"/>.
    /// </param>
    /// <param name="description">What the examples are, for messages.</param>
    /// <exception cref="GanException">There is no item, or the first has no such tensor, or one of integers.</exception>
    public TorchDataset(
        torch.utils.data.Dataset source,
        string key,
        ValueRange range = ValueRange.Unbounded,
        bool canReadAhead = false,
        string description = "the items of the data set"
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(key);
        (this.source, this.key, Range, CanReadAhead, Description) = (source, key, range, canReadAhead, description);
        Count = source.Count switch
        {
            <= 0 => throw new GanException(
                $"There are no examples in {description}: a GAN needs real examples to learn from."
            ),
            > int.MaxValue => throw new GanException(
                $"There are {source.Count} examples in {description}, more than {int.MaxValue}: split them."
            ),
            var count => (int)count,
        };
        using var scope = NewDisposeScope();
        exampleShape = TorchItem.Example(source.GetTensor(0), key, Place(0)).shape;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>The shape of the first item's tensor.</summary>
    public override IReadOnlyList<long> ExampleShape => exampleShape;

    /// <inheritdoc/>
    public override ValueRange Range { get; }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override bool CanReadAhead { get; }

    /// <summary>Wraps a data set whose items have a class each, for a GAN that learns them. Every item is asked for once to find the classes.</summary>
    /// <param name="source">The data set; disposed with the one returned.</param>
    /// <param name="key">Which tensor of an item is the example; see the constructor.</param>
    /// <param name="labelKey">Which tensor of an item is its class: one integer, at least 0.</param>
    /// <param name="range">The interval in which the values lie; by default any finite value.</param>
    /// <param name="canReadAhead">Whether the data set may be read on another thread while a training step runs. Default: false.</param>
    /// <param name="description">What the examples are, for messages.</param>
    /// <exception cref="GanException">There is no item, or one has no such tensor, or its class is none.</exception>
    public static LabeledDataset Labeled(
        torch.utils.data.Dataset source,
        string key,
        string labelKey,
        ValueRange range = ValueRange.Unbounded,
        bool canReadAhead = false,
        string description = "the items of the data set"
    )
    {
        ArgumentNullException.ThrowIfNull(labelKey);
        var examples = new TorchDataset(source, key, range, canReadAhead, description);
        var labels = new int[examples.Count];
        for (var index = 0; index < labels.Length; index++)
        {
            using var scope = NewDisposeScope();
            labels[index] = TorchItem.Label(source.GetTensor(index), labelKey, examples.Place(index));
        }

        return new LabeledDataset(examples, labels);
    }

    /// <inheritdoc/>
    /// <exception cref="GanException">An item has another shape than the first, or its tensor is missing.</exception>
    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        CheckIndices(indices);
        lock (useOfSource)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var batch = HostTensor.AllocateBatch(indices.Length, exampleShape);
            try
            {
                var values = HostTensor.Values(batch);
                var length = values.Length / indices.Length;
                for (var row = 0; row < indices.Length; row++)
                {
                    Copy(indices[row], values.Slice(row * length, length));
                }

                GC.KeepAlive(batch);
                return batch;
            }
            catch
            {
                batch.Dispose();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        lock (useOfSource)
        {
            if (!disposed)
            {
                disposed = true;
                source.Dispose();
            }
        }
    }

    private void Copy(int index, Span<float> target)
    {
        // An item may hand out tensors that the data set keeps: what is its own is not in this scope, unless it was made just now.
        using var scope = NewDisposeScope();
        var example = TorchItem.Example(source.GetTensor(index), key, Place(index));
        if (!example.shape.AsSpan().SequenceEqual(exampleShape))
        {
            throw new GanException(
                $"{Place(index)} has the shape {ShapeText.Of(example.shape)}, but the first one {ShapeText.Of(exampleShape)}: bring all to one shape."
            );
        }

        using var values = HostTensor.Detached(example);
        HostTensor.Values(values).CopyTo(target);
    }

    private string Place(long index) => $"Example {index} of {Description}";
}
