using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The shuffled minibatches of a data set. An epoch's order depends on the seed and the epoch alone.</summary>
public sealed class Minibatches
{
    private readonly RealExamples required;
    private readonly Dataset data;
    private readonly IReadOnlyList<int>? labels;
    private readonly MinibatchIndices indices;

    /// <summary>Checks that the model can be trained on the data.</summary>
    /// <param name="required">What the examples have to be.</param>
    /// <param name="data">The examples, with their labels where those are required.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    /// <param name="seed">What the order depends on.</param>
    /// <exception cref="GanException">
    /// The data have another shape or range, no labels or more classes, or are fewer than <paramref name="rows"/>.
    /// </exception>
    public Minibatches(RealExamples required, Dataset data, int rows, int seed)
    {
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(data);
        required.Require(data, rows);
        this.required = required;
        this.data = data;
        labels = required.Classes is null ? null : data.Labels;
        indices = new MinibatchIndices(data.Count, rows, seed);
    }

    /// <summary>
    /// The minibatches of an epoch, lazily, each the caller's to dispose. Where the data allow it, the next one is read while the caller
    /// works on this one (<see cref="Dataset.CanReadAhead"/>).
    /// </summary>
    /// <param name="epoch">The number of the epoch.</param>
    /// <param name="begun">How many of its minibatches are left aside, as they were trained on before.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="GanException">The data set answers something else than it declares.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled: thrown instead of the next minibatch.</exception>
    public IEnumerable<Minibatch> Epoch(int epoch, int begun, CancellationToken cancellationToken)
    {
        var drawn = Draw(epoch, begun, cancellationToken);
        return data.CanReadAhead ? ReadAhead.Of(drawn, Read, cancellationToken) : drawn.Select(Read);
    }

    private IEnumerable<int[]> Draw(int epoch, int begun, CancellationToken cancellationToken)
    {
        foreach (var minibatch in indices.Epoch(epoch).Skip(begun))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // A copy: the next epoch is shuffled in the same memory.
            yield return minibatch.ToArray();
        }
    }

    private Minibatch Read(int[] drawn) =>
        required.Bring(
            new Minibatch(data.Read(drawn), LabelsOf(drawn)),
            drawn.Length,
            $"The data set ({data.Description})"
        );

    private Tensor? LabelsOf(int[] examples) =>
        labels is null ? null : HostTensor.Indices(Array.ConvertAll(examples, example => labels[example]));
}
