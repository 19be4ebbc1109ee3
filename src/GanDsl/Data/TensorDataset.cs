using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Examples kept in one tensor on the CPU.</summary>
public sealed class TensorDataset : Dataset
{
    // A span over a tensor's memory ends at 2 GB; large sets are looked through in parts.
    private const int ValuesCheckedAtOnce = 1 << 20;
    private const int MostValuesOfSpan = int.MaxValue / sizeof(float);

    // One thread may read while another one disposes the set; freeing a tensor that libtorch reads from would end the process.
    private readonly Lock useOfExamples = new();
    private readonly Tensor examples;
    private readonly long[] exampleShape;
    private readonly long exampleLength;
    private bool disposed;

    /// <summary>Creates the set.</summary>
    /// <param name="examples">
    /// A floating-point tensor [N, ...], N at least 1, all values finite. The set keeps a tensor of its own that shares
    /// memory with this one where type and device allow (float32 on the CPU, contiguous): the caller still disposes this
    /// one, at any time, and leaves its values unchanged.
    /// </param>
    /// <param name="range">
    /// The interval in which the values lie; by default any finite value. Declared, then checked: a value outside is refused.
    /// </param>
    /// <param name="description">What the examples are, for messages.</param>
    /// <exception cref="ArgumentException">The tensor has no dimension N or is not of a floating-point type.</exception>
    /// <exception cref="GanException">There is no example, or one has a value that is not finite or is outside the range.</exception>
    public TensorDataset(
        Tensor examples,
        ValueRange range = ValueRange.Unbounded,
        string description = "the tensor's examples"
    )
    {
        ArgumentNullException.ThrowIfNull(examples);
        var shape = examples.shape;
        if (shape.Length == 0)
        {
            throw new ArgumentException(
                "A dataset needs a tensor [N, ...], but this one is a single number; stack the examples along dimension 0.",
                nameof(examples)
            );
        }

        if (!examples.is_floating_point())
        {
            throw new ArgumentException(
                $"A dataset needs a tensor of a floating-point type, but this one is {examples.dtype}; convert it with "
                    + "examples.to(torch.float32) and scale it.",
                nameof(examples)
            );
        }

        if (shape.Any(size => size == 0))
        {
            throw new GanException(
                $"There are no examples in {description}, a tensor {ShapeText.Of(shape)}: a GAN needs real examples to learn from."
            );
        }

        if (shape[0] > int.MaxValue)
        {
            throw new GanException(
                $"There are {shape[0]} examples in {description}, more than {int.MaxValue}: split them."
            );
        }

        exampleShape = shape[1..];
        Count = (int)shape[0];
        Range = range;
        Description = description;
        this.examples = HostTensor.Detached(examples);
        exampleLength = this.examples.numel() / Count;
        try
        {
            CheckValues();
        }
        catch
        {
            this.examples.Dispose();
            throw;
        }
    }

    private TensorDataset(TensorDataset source, int count)
    {
        (exampleShape, exampleLength, Count) = (source.exampleShape, source.exampleLength, count);
        (Range, Description) = (source.Range, source.Description);
        examples = source.examples.narrow(0, 0, count).DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<long> ExampleShape => exampleShape;

    /// <inheritdoc/>
    public override ValueRange Range { get; }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    public override bool CanReadAhead => true;

    /// <inheritdoc/>
    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        lock (useOfExamples)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            CheckIndices(indices);
            return Math.Max(Count, indices.Length) * exampleLength <= MostValuesOfSpan
                ? Copied(indices)
                : Selected(indices);
        }
    }

    /// <inheritdoc/>
    protected override Dataset TakeFirst(int count)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return new TensorDataset(this, count);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        lock (useOfExamples)
        {
            disposed = true;
            examples.Dispose();
        }
    }

    // Not by index_select: a second thread that calls parallel operators gets a second set of OpenMP threads, and once there are more
    // of them than processors, those of the training step go to sleep after each operator, which slows small networks down.
    private Tensor Copied(ReadOnlySpan<int> indices)
    {
        var length = (int)exampleLength;
        var batch = HostTensor.AllocateBatch(indices.Length, exampleShape);
        ReadOnlySpan<float> source = HostTensor.Values(examples);
        var target = HostTensor.Values(batch);
        for (var i = 0; i < indices.Length; i++)
        {
            source.Slice(indices[i] * length, length).CopyTo(target[(i * length)..]);
        }

        GC.KeepAlive(examples);
        GC.KeepAlive(batch);
        return batch;
    }

    private Tensor Selected(ReadOnlySpan<int> indices)
    {
        using var rows = HostTensor.Indices(indices);
        return examples.index_select(0, rows);
    }

    private void CheckValues()
    {
        var (low, high) = ExampleValues.Interval(Range);
        var length = (int)exampleLength;
        var step = Math.Max(1, ValuesCheckedAtOnce / length);
        for (var first = 0; first < Count; first += step)
        {
            using var part = examples.narrow(0, first, Math.Min(step, Count - first));
            ReadOnlySpan<float> values = HostTensor.Values(part);
            for (var i = 0; i < values.Length; i++)
            {
                if (!(values[i] >= low && values[i] <= high))
                {
                    throw new GanException(Complaint(first + i / length, values[i]));
                }
            }
        }
    }

    private string Complaint(int index, float value) =>
        float.IsFinite(value)
            ? FormattableString.Invariant($"Example {index} of {Description} has the value {value}, ")
                + $"but the values should be {ExampleValues.Words(Range)}: scale them or declare another range."
            : FormattableString.Invariant($"Example {index} of {Description} has the value {value}, ")
                + "and training on it would make every weight NaN: remove the example or repair it.";
}
