using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The shuffled minibatches of a data set. An epoch's order depends on the seed and the epoch alone.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Minibatches
{
    private readonly RealDataAdapter realData;
    private readonly Dataset data;
    private readonly IReadOnlyList<int>? labels;
    private readonly MinibatchIndices indices;
    private readonly DiscriminatorSchedule schedule;
    private readonly int batchSize;

    /// <summary>Checks that the model can be trained on the data.</summary>
    /// <param name="realData">What the examples have to be.</param>
    /// <param name="data">The examples, with their labels where those are required.</param>
    /// <param name="schedule">k of each training step.</param>
    /// <param name="batchSize">m; a training step takes k·m examples.</param>
    /// <param name="seed">What the order depends on.</param>
    /// <exception cref="GanException">
    /// The data have another shape or range, no labels or more classes, or are too few for a training step.
    /// </exception>
    public Minibatches(RealDataAdapter realData, Dataset data, DiscriminatorSchedule schedule, int batchSize, int seed)
    {
        ArgumentNullException.ThrowIfNull(realData);
        ArgumentNullException.ThrowIfNull(data);
        var rows = schedule.Most * batchSize;
        realData.Require(data, rows);
        this.schedule = schedule;
        this.batchSize = batchSize;
        this.realData = realData;
        this.data = data;
        labels = realData.Classes is null ? null : data.Labels;
        indices = new MinibatchIndices(data.Count, rows, seed);
    }

    /// <summary>
    /// The examples of each training step of an epoch, lazily, each the caller's to dispose. Where the data allow it, the next ones are read
    /// while the caller works on these (<see cref="Dataset.CanReadAhead"/>).
    /// </summary>
    /// <param name="progress">Where training is: the number of the epoch, its examples that were trained on before, the next step.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="GanException">The data set answers something else than it declares.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled: thrown instead of the next minibatch.</exception>
    public IEnumerable<Minibatch> Epoch(TrainingProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        progress.FindPlace(data.Count);
        var shuffled = indices.Epoch(progress.Epoch, progress.ExampleOfEpoch, RowsFrom(progress.Step));
        var drawn = Copies(shuffled, cancellationToken);
        return data.CanReadAhead ? ReadAhead.Of(drawn, Read, cancellationToken) : drawn.Select(Read);
    }

    private IEnumerable<int> RowsFrom(long step)
    {
        while (true)
        {
            yield return schedule.At(step++) * batchSize;
        }
    }

    /// <summary>Copies, because the next epoch is shuffled in the same memory.</summary>
    private static IEnumerable<int[]> Copies(
        IEnumerable<ReadOnlyMemory<int>> shuffled,
        CancellationToken cancellationToken
    )
    {
        foreach (var minibatch in shuffled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return minibatch.ToArray();
        }
    }

    private Minibatch Read(int[] drawn)
    {
        var source = $"The data set ({data.Description})";
        var examples =
            data.Read(drawn)
            ?? throw new GanException(
                $"{source} was asked for {drawn.Length} examples and answered null; answer a tensor."
            );
        return realData.TakeOver(new Minibatch(examples, LabelsOf(drawn)), drawn.Length, source);
    }

    private Tensor? LabelsOf(int[] examples) =>
        labels is null ? null : HostTensor.Indices(Array.ConvertAll(examples, example => labels[example]));
}
