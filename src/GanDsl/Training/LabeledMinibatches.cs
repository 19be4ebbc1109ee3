using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The shuffled minibatches of labelled examples, in the same order as <see cref="Minibatches"/> has without labels.</summary>
public sealed class LabeledMinibatches
{
    private readonly LabeledDataset data;
    private readonly MinibatchIndices indices;

    /// <summary>Checks that the model can be trained on the data.</summary>
    /// <param name="model">The name of the GAN, for messages.</param>
    /// <param name="data">The examples and their classes.</param>
    /// <param name="exampleShape">The declared shape of one example, without N.</param>
    /// <param name="range">The declared range of the values.</param>
    /// <param name="classes">The declared number of classes.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    /// <param name="seed">What the order depends on.</param>
    /// <exception cref="GanException">The data have another shape, range or more classes, or are fewer than <paramref name="rows"/>.</exception>
    public LabeledMinibatches(
        string model,
        LabeledDataset data,
        long[] exampleShape,
        ValueRange range,
        int classes,
        int rows,
        int seed
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Examples.EnsureFits(model, exampleShape, range, rows);
        if (data.Labels.Max() >= classes)
        {
            throw new GanException(
                $"{model} declares the classes 0 to {classes - 1}, but a label of {data.Examples.Description} is {data.Labels.Max()}: change "
                    + $"the number in [Labels({classes})] or the labels."
            );
        }

        this.data = data;
        indices = new MinibatchIndices(data.Count, rows, seed);
    }

    /// <summary>The minibatches of an epoch, lazily; both tensors belong to the caller.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled: thrown before the next minibatch is read.</exception>
    public IEnumerable<(Tensor Examples, Tensor Labels)> Epoch(int epoch, CancellationToken cancellationToken)
    {
        foreach (var minibatch in indices.Epoch(epoch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return (data.Examples.Read(minibatch.Span), LabelsOf(minibatch.Span));
        }
    }

    private Tensor LabelsOf(ReadOnlySpan<int> examples)
    {
        var labels = new int[examples.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            labels[row] = data.Labels[examples[row]];
        }

        return HostTensor.Indices(labels);
    }
}
