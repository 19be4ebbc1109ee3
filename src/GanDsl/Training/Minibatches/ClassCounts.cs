using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// How often each class was trained on: the distribution of labels that a generator has learned from, which the statistics of its BatchNorm
/// layers are about. Counted on the device, so that no step waits for it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClassCounts : IDisposable
{
    private const string ExamplesName = "examples";
    private static readonly StateCheck Check = new("count of classes");

    private readonly Tensor examples;

    /// <summary>Begins with none of each class.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="device">Where the labels are.</param>
    public ClassCounts(int classes, Device device) =>
        examples = zeros(new long[] { classes }, int64, device).DetachFromDisposeScope();

    /// <summary>The examples of each class among given labels.</summary>
    /// <param name="labels">The class of each example.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">There are no labels, or one names no class.</exception>
    public static long[] Of(IReadOnlyList<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count == 0)
        {
            throw new ArgumentException(
                "There are no labels to draw classes from; give those of the training data.",
                nameof(labels)
            );
        }

        var counts = new long[classes];
        foreach (var label in labels)
        {
            if (label < 0 || label >= classes)
            {
                throw new ArgumentException(
                    $"The classes are 0 to {classes - 1}, but one of the labels is {label}; number them anew, or declare more classes.",
                    nameof(labels)
                );
            }

            counts[label]++;
        }

        return counts;
    }

    /// <summary>Counts the labels of a training step.</summary>
    /// <param name="labels">The class of each example [N], of int64, on the device.</param>
    public void Add(Tensor labels)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        examples.scatter_add_(0, labels, ones_like(labels));
    }

    /// <summary>Begins anew, as where weights come that have learned from other examples.</summary>
    public void Clear()
    {
        using var noGradients = no_grad();
        examples.zero_();
    }

    /// <summary>The examples of each class so far. Waits for the device.</summary>
    public long[] ToArray()
    {
        using var scope = NewDisposeScope();
        return examples.cpu().data<long>().ToArray();
    }

    /// <summary>A copy of the counts, which belongs to the caller.</summary>
    internal IReadOnlyDictionary<string, Tensor> State() =>
        new Dictionary<string, Tensor>(StringComparer.Ordinal) { [ExamplesName] = examples.clone() };

    /// <summary>Refuses what <see cref="LoadState"/> would refuse.</summary>
    internal void CheckState(IReadOnlyDictionary<string, Tensor> state)
    {
        if (state.Count == 0)
        {
            return;
        }

        Check.Names(state, [ExamplesName]);
        var saved = state[ExamplesName];
        Check.Like(examples, saved, ExamplesName);
        using var scope = NewDisposeScope();
        var least = saved.min().item<long>();
        Check.Require(least >= 0, ExamplesName, least, "at least 0 of each class");
    }

    /// <summary>Goes on from a state that <see cref="State"/> gave; begins anew with an empty one, that of a checkpoint from before there were counts.</summary>
    internal void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        CheckState(state);
        using var noGradients = no_grad();
        if (state.Count == 0)
        {
            Clear();
            return;
        }

        examples.copy_(state[ExamplesName]);
    }

    /// <summary>Frees the counts.</summary>
    public void Dispose() => examples.Dispose();
}
