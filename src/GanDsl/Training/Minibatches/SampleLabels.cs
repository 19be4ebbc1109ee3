using System.ComponentModel;

namespace GanDsl.Training;

/// <summary>The labels of samples that any GAN can be asked for; see <see cref="IGan.Sample(int, IReadOnlyList{int})"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SampleLabels
{
    /// <summary>The labels given, or each class in turn.</summary>
    /// <param name="labels">The class of each example, or null.</param>
    /// <param name="count">The number of examples.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">There are not as many labels as examples.</exception>
    public static int[] OrEachInTurn(IReadOnlyList<int>? labels, int count, int classes)
    {
        if (labels is null)
        {
            return [.. Enumerable.Range(0, count).Select(i => i % classes)];
        }

        return labels.Count == count
            ? [.. labels]
            : throw new ArgumentException(
                $"There are {count} examples to generate, but {labels.Count} labels: give one label for each."
            );
    }

    /// <summary>Refuses labels for a GAN that has none.</summary>
    /// <exception cref="ArgumentException">There are labels.</exception>
    public static void RequireNone(string model, IReadOnlyList<int>? labels)
    {
        if (labels is not null)
        {
            throw new ArgumentException($"{model} has no labels, so its samples take none; give null.");
        }
    }
}
