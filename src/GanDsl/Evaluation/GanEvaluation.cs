using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// Compares what GANs generate with real examples, by features of both. The same latents are used every time, and training is not affected, so
/// the numbers of checkpoints of one GAN can be compared.
/// </summary>
/// <remarks>
/// The features decide what a distance means. The values themselves do for points and the rows of tables. For pictures and sound take what a network
/// trained to recognise them computes before its last layer; published numbers, FID and KID, are of one certain Inception network and compare with
/// those of no other.
/// </remarks>
public sealed class GanEvaluation : IDisposable
{
    /// <summary>Each example has its neighbours among the others.</summary>
    internal const int Least = ManifoldOverlap.DefaultNeighbors + 1;

    private const int BatchSize = 100;

    // Far from those that training and sampling draw from.
    private const int Sequence = 1_001;

    private readonly Dataset data;
    private readonly Func<Tensor, Tensor> features;
    private readonly int[] examples;
    private readonly int seed;
    private readonly Tensor real;
    private readonly FeatureStatistics statistics;

    /// <summary>Computes the features of real examples.</summary>
    /// <param name="data">The real examples. It has to stay open while GANs with labels are evaluated, and still belongs to the caller.</param>
    /// <param name="features">
    /// From examples [n, …] on the CPU, with the values of <paramref name="data"/>, to features [n, …], which are flattened. It is called without
    /// gradients. Null for the values themselves.
    /// </param>
    /// <param name="count">The examples, real and generated, at least 6; all real ones where there are no more. Default: 10,000.</param>
    /// <param name="seed">What decides which real examples and which latents are taken. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 6.</exception>
    /// <exception cref="ArgumentException">The function answers something else than finite features of each example.</exception>
    /// <exception cref="GanException">There are fewer than 6 real examples.</exception>
    public GanEvaluation(Dataset data, Func<Tensor, Tensor>? features = null, int count = 10_000, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Least);
        if (data.Count < Least)
        {
            throw new GanException(
                $"An evaluation compares neighbours of at least {Least} examples, but {data.Description} has {data.Count}; give it more."
            );
        }

        (this.data, this.features, this.seed) = (data, features ?? (values => values), seed);
        Count = Math.Min(count, data.Count);
        examples = new MinibatchIndices(data.Count, Count, seed).Epoch(0).First().ToArray();
        real = FeaturesOf(ReadReal);
        statistics = FeatureStatistics.Of(real);
    }

    /// <summary>The real examples that are compared with, and the generated ones.</summary>
    public int Count { get; }

    /// <summary>Generates examples and computes all metrics.</summary>
    /// <param name="gan">
    /// The GAN. It generates as <c>Sample</c> does, from the average where it samples from that; with labels, examples of the classes of the real
    /// ones, or where those have none of each class in turn.
    /// </param>
    /// <exception cref="ArgumentException">The function of the features answers something else than it did for real examples.</exception>
    /// <exception cref="GanException">The real examples are not of the shape or range that the GAN declares.</exception>
    public EvaluationResult Of(IGan gan)
    {
        using var generated = Generate(gan);
        return new(
            Count,
            FrechetDistanceOf(generated),
            KernelDistance.Between(real, generated, seed: seed),
            ManifoldOverlap.Between(real, generated)
        );
    }

    /// <summary>The Fréchet distance alone: a score of checkpoints, lower being better.</summary>
    /// <param name="gan">The GAN; see <see cref="Of"/>.</param>
    /// <exception cref="ArgumentException">The function of the features answers something else than it did for real examples.</exception>
    /// <exception cref="GanException">The real examples are not of the shape or range that the GAN declares.</exception>
    public double FrechetDistance(IGan gan)
    {
        using var generated = Generate(gan);
        return FrechetDistanceOf(generated);
    }

    /// <summary>Releases the features of the real examples.</summary>
    public void Dispose()
    {
        real.Dispose();
        statistics.Dispose();
    }

    private double FrechetDistanceOf(Tensor generated)
    {
        using var ofGenerated = FeatureStatistics.Of(generated);
        return GanDsl.FrechetDistance.Between(statistics, ofGenerated);
    }

    private Tensor Generate(IGan gan)
    {
        ArgumentNullException.ThrowIfNull(gan);
        data.EnsureFits(gan.GetType().Name, gan.ExampleShape, gan.Range, batchSize: 1);
        var labels = gan.ClassCount is null ? null : data.Labels;
        using var random = new SeededRandomness(seed, gan.Device);
        using var source = new LatentSource(gan.LatentDimensions, gan.LatentDistribution, seed, Sequence, gan.Device);
        return FeaturesOf(rows =>
        {
            using var latents = new UntypedLatents(source.Draw(rows.Length), gan.LatentDimensions);
            using var batch = gan.Sample(latents, labels is null ? null : [.. rows.Select(row => labels[row])]);
            return batch.Tensor.cpu().alias();
        });
    }

    private Tensor ReadReal(int[] rows) => data.Read(rows);

    /// <summary>The features [Count, d] in float32 on the CPU, which belong to the caller.</summary>
    /// <param name="read">Answers the example of each row.</param>
    private Tensor FeaturesOf(Func<int[], Tensor> read)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var parts = new List<Tensor>();
        foreach (var rows in examples.Chunk(BatchSize))
        {
            using var part = NewDisposeScope();
            parts.Add(Flat(features(read(rows)), rows.Length).MoveToOuterDisposeScope());
        }

        return cat(parts).DetachFromDisposeScope();
    }

    private static Tensor Flat(Tensor features, int count)
    {
        if (features is null || features.dim() < 2 || features.shape[0] != count)
        {
            throw new ArgumentException(
                $"The function of the features answered {(features is null ? "null" : ShapeText.Of(features.shape))} for {count} examples, but needed is "
                    + $"[{count}, …]: the features of each example.",
                nameof(features)
            );
        }

        return features.detach().flatten(1).to(float32).cpu();
    }
}
