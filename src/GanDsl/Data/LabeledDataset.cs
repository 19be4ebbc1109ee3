using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Examples and the class of each, for conditional GANs.</summary>
public sealed class LabeledDataset : Dataset
{
    private readonly int[] labels;

    /// <summary>Joins examples and labels.</summary>
    /// <param name="examples">The examples; disposed with this set.</param>
    /// <param name="labels">The class of each, at least 0.</param>
    /// <param name="classNames">The names of the classes 0, 1, 2 …; null where they have none.</param>
    /// <exception cref="GanException">There are more or fewer labels than examples, or one is negative or has no name where others have one.</exception>
    public LabeledDataset(Dataset examples, IEnumerable<int> labels, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(labels);
        this.labels = [.. labels];
        DatasetLabels.Require(examples, this.labels);
        if (classNames is not null)
        {
            ClassNames = [.. classNames];
            DatasetLabels.RequireNames(examples, this.labels, ClassNames);
        }

        Examples = examples;
    }

    /// <summary>The examples alone.</summary>
    public Dataset Examples { get; }

    /// <inheritdoc/>
    public override int Count => labels.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<long> ExampleShape => Examples.ExampleShape;

    /// <inheritdoc/>
    public override ValueRange Range => Examples.Range;

    /// <inheritdoc/>
    public override string Description => Examples.Description;

    /// <summary>The class of each example.</summary>
    public override IReadOnlyList<int> Labels => labels;

    /// <inheritdoc/>
    public override IReadOnlyList<string>? ClassNames { get; }

    /// <inheritdoc/>
    public override bool CanReadAhead => Examples.CanReadAhead;

    /// <inheritdoc/>
    public override Tensor Read(ReadOnlySpan<int> indices) => Examples.Read(indices);

    /// <inheritdoc cref="Dataset.Take"/>
    public new LabeledDataset Take(int count) => (LabeledDataset)base.Take(count);

    /// <inheritdoc/>
    protected override LabeledDataset TakeFirst(int count) => new(Examples.Take(count), labels.Take(count), ClassNames);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => Examples.Dispose();
}
