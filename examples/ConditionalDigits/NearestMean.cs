using GanDsl;
using TorchSharp;
using static TorchSharp.torch;

namespace ConditionalDigits;

/// <summary>Names the class whose mean image is nearest: a judge that no GAN has trained.</summary>
public sealed class NearestMean : IDisposable
{
    private readonly Tensor means;

    /// <summary>Averages the real images of each class; every class has to have some.</summary>
    public NearestMean(LabeledDataset data, int classes)
    {
        using var scope = NewDisposeScope();
        var rows = Enumerable
            .Range(0, classes)
            .Select(label => data.Examples.Read(IndicesOf(data, label)).flatten(1).mean([0]));
        means = stack(rows.ToList()).DetachFromDisposeScope();
    }

    /// <summary>The share of images that are nearest to the mean of the class that they were asked to be.</summary>
    public double Share(Batch images, LabelBatch asked)
    {
        using var scope = NewDisposeScope();
        var pixels = images.Tensor.cpu().flatten(1);
        var distances = (pixels.unsqueeze(1) - means.unsqueeze(0)).square().sum(2);
        return distances.argmin(1).eq(asked.Tensor.cpu()).to(float32).mean().item<float>();
    }

    /// <summary>Frees the means.</summary>
    public void Dispose() => means.Dispose();

    private static int[] IndicesOf(LabeledDataset data, int label)
    {
        int[] indices = [.. Enumerable.Range(0, data.Count).Where(index => data.Labels[index] == label)];
        return indices.Length > 0
            ? indices
            : throw new GanException(
                $"There is no picture of the digit {label} among the {data.Count} of {data.Examples.Description}: take more with --limit."
            );
    }
}
