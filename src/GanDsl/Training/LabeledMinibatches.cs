using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The shuffled minibatches of labelled examples, in the same order as <see cref="Minibatches"/> has without labels.</summary>
public sealed class LabeledMinibatches
{
    private readonly Minibatches minibatches;
    private readonly IReadOnlyList<int> labels;

    /// <summary>Checks that the model can be trained on the data.</summary>
    /// <param name="model">The name of the GAN, for messages.</param>
    /// <param name="data">The examples and their classes.</param>
    /// <param name="exampleShape">The declared shape of one example, without N.</param>
    /// <param name="range">The declared range of the values.</param>
    /// <param name="classes">The declared number of classes.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    /// <param name="seed">What the order depends on.</param>
    /// <param name="device">Where the examples are needed.</param>
    /// <exception cref="GanException">The data have another shape, range or more classes, or are fewer than <paramref name="rows"/>.</exception>
    public LabeledMinibatches(
        string model,
        LabeledDataset data,
        long[] exampleShape,
        ValueRange range,
        int classes,
        int rows,
        int seed,
        Device device
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        minibatches = new Minibatches(model, data.Examples, exampleShape, range, rows, seed, device);
        if (data.Labels.Max() >= classes)
        {
            throw new GanException(
                $"{model} declares the classes 0 to {classes - 1}, but a label of {data.Examples.Description} is {data.Labels.Max()}: change "
                    + $"the number in [Labels({classes})] or the labels."
            );
        }

        labels = data.Labels;
    }

    /// <summary>
    /// The minibatches of an epoch, lazily, read as <see cref="Minibatches.Epoch"/> reads them; both tensors belong to the caller, and
    /// the labels are on the processor.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled: thrown instead of the next minibatch.</exception>
    public IEnumerable<(Tensor Examples, Tensor Labels)> Epoch(int epoch, CancellationToken cancellationToken) =>
        minibatches
            .Read(epoch, cancellationToken)
            .Select(minibatch => (minibatch.Examples, LabelsOf(minibatch.Indices)));

    private Tensor LabelsOf(int[] examples) =>
        HostTensor.Indices(Array.ConvertAll(examples, example => labels[example]));
}
