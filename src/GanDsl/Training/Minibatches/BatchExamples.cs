using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The examples of a batch as a data set that keeps nothing of its own: the batch still belongs to the caller.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchExamples : Dataset
{
    private readonly Batch batch;

    /// <summary>Checks the values.</summary>
    /// <param name="batch">The examples; to be disposed after the last read.</param>
    /// <param name="range">The interval in which the values have to lie.</param>
    /// <param name="description">What the examples are, for messages.</param>
    /// <exception cref="GanException">There is no example, or one has a value that is not finite or is outside the range.</exception>
    public BatchExamples(Batch batch, ValueRange range, string description)
    {
        ArgumentNullException.ThrowIfNull(batch);
        this.batch = batch;
        Range = range;
        Description = description;

        // The checks of a set of tensors, which is not kept: nobody would dispose it where training is never begun.
        new TensorDataset(batch.Tensor, range, description).Dispose();
    }

    /// <inheritdoc/>
    public override int Count => batch.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<long> ExampleShape => batch.ExampleShape;

    /// <inheritdoc/>
    public override ValueRange Range { get; }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <summary>False: the caller may change or dispose the batch between steps, and a step sees it as it is then.</summary>
    public override bool CanReadAhead => false;

    /// <inheritdoc/>
    public override Tensor Read(ReadOnlySpan<int> indices)
    {
        CheckIndices(indices);
        using var scope = NewDisposeScope();
        var rows = HostTensor.Indices(indices).to(batch.Tensor.device);
        return batch.Tensor.detach().index_select(0, rows).to(float32).cpu().MoveToOuterDisposeScope();
    }
}
