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

    /// <summary>Beyond it a covariance takes gigabytes and hours, and the values say little.</summary>
    private const long MostValues = 4096;

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
    /// gradients, and tensors that it makes are released afterwards. Null for the values themselves, where an example has at most 4096.
    /// </param>
    /// <param name="count">The examples, real and generated, at least 6; all real ones where there are no more. Default: 10,000.</param>
    /// <param name="seed">What decides which real examples and which latents are taken. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 6.</exception>
    /// <exception cref="ArgumentException">The function answers something else than features of each example.</exception>
    /// <exception cref="GanException">There are fewer than 6 real examples, they have too many values, or a feature is not finite.</exception>
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

        var values = data.ExampleShape.Aggregate(1L, (product, size) => product * size);
        if (features is null && values > MostValues)
        {
            throw new GanException(
                $"An example of {data.Description} has {values} values, more than the {MostValues} that are compared by themselves; give the evaluation "
                    + "features, such as what a network that recognises such examples computes before its last layer."
            );
        }

        (this.data, this.features, this.seed) = (data, features ?? (example => example), seed);
        Count = Math.Min(count, data.Count);
        examples = new MinibatchIndices(data.Count, Count, seed).Epoch(0).First().ToArray();
        using var random = new SeededRandomness(seed, CPU);
        real = FeaturesOf("real", (_, rows) => data.Read(rows));
        statistics = FeatureStatistics.Of(real);
    }

    /// <summary>The real examples that are compared with, and the generated ones.</summary>
    public int Count { get; }

    /// <summary>Generates examples and computes all metrics.</summary>
    /// <param name="gan">
    /// The GAN. It generates as <c>Sample</c> does, from the average where it samples from that; with labels, examples of the classes of the real
    /// ones, or where those have none of each class in turn.
    /// </param>
    /// <param name="cancellationToken">Ends the evaluation before the next minibatch is generated.</param>
    /// <exception cref="ArgumentException">The function of the features answers something else than it did for real examples.</exception>
    /// <exception cref="GanException">
    /// The real examples are not of the shape, range or classes that the GAN declares, or a feature of a generated one is not finite.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public EvaluationResult Evaluate(IGan gan, CancellationToken cancellationToken = default)
    {
        using var generated = Generate(gan, cancellationToken);
        return new(
            Count,
            FrechetDistanceOf(generated),
            KernelDistance.Between(real, generated, seed: seed),
            ManifoldOverlap.Between(real, generated)
        );
    }

    /// <summary>The Fréchet distance alone: a score of checkpoints, lower being better.</summary>
    /// <param name="gan">The GAN; see <see cref="Evaluate"/>.</param>
    /// <param name="cancellationToken">Ends the evaluation before the next minibatch is generated.</param>
    /// <exception cref="ArgumentException">The function of the features answers something else than it did for real examples.</exception>
    /// <exception cref="GanException">
    /// The real examples are not of the shape, range or classes that the GAN declares, or a feature of a generated one is not finite.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public double EvaluateFrechetDistance(IGan gan, CancellationToken cancellationToken = default)
    {
        using var generated = Generate(gan, cancellationToken);
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
        return FrechetDistance.Between(statistics, ofGenerated);
    }

    private Tensor Generate(IGan gan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gan);
        ObjectDisposedException.ThrowIf(real.IsInvalid, this);
        data.EnsureFits(gan.GetType().Name, gan.ExampleShape, gan.Range, batchSize: 1);
        var classes = ClassesFor(gan);
        using var random = new SeededRandomness(seed, gan.Device);
        using var source = new LatentSource(gan.LatentDimensions, gan.LatentDistribution, seed, Sequence, gan.Device);
        return FeaturesOf(
            "generated",
            (first, rows) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var latents = new UntypedLatents(source.Draw(rows.Length), gan.LatentDimensions);
                using var batch = gan.Sample(latents, classes?[first..(first + rows.Length)]);
                return batch.Tensor.cpu().alias();
            }
        );
    }

    /// <summary>The classes of the real examples, or each in turn; null for a GAN without labels.</summary>
    private int[]? ClassesFor(IGan gan)
    {
        if (gan.ClassCount is not { } classes)
        {
            return null;
        }

        if (data.Labels is not { } labels)
        {
            return SampleLabels.OrEachInTurn(null, Count, classes);
        }

        DatasetLabels.Require(data, labels, gan.GetType().Name, classes);
        return [.. examples.Select(row => labels[row])];
    }

    /// <summary>The features [Count, d] on the CPU, which belong to the caller.</summary>
    /// <param name="kind">What the examples are, for messages.</param>
    /// <param name="read">Answers examples, by the place of the first and the row of each.</param>
    private Tensor FeaturesOf(string kind, Func<int, int[], Tensor> read)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var parts = new List<Tensor>();
        for (var first = 0; first < Count; first += BatchSize)
        {
            using var part = NewDisposeScope();
            var rows = examples[first..Math.Min(first + BatchSize, Count)];
            var flat = Flat(features(read(first, rows)), rows.Length);
            if (flat.shape[1] != (parts.FirstOrDefault() ?? flat).shape[1])
            {
                throw new ArgumentException(
                    $"The function of the features answered {flat.shape[1]} features of an example, and {parts[0].shape[1]} of those before; it has to "
                        + "answer as many each time."
                );
            }

            if (!Features.AreUsable(flat))
            {
                throw new GanException(
                    $"A feature of a {kind} example is not finite (NaN or infinity) or beyond 1e20, so it cannot be compared; "
                        + (
                            kind == "real"
                                ? $"look at the function of the features, or at {data.Description}."
                                : "the generator has diverged, or the function of the features does not bear its values."
                        )
                );
            }

            parts.Add(flat.MoveToOuterDisposeScope());
        }

        return cat(parts).DetachFromDisposeScope();
    }

    /// <summary>Features [n, d], in float64 where they came so and else in float32.</summary>
    private static Tensor Flat(Tensor features, int count)
    {
        if (features is null || features.dim() < 2 || features.shape[0] != count || features.is_complex())
        {
            var answer = features is null ? "null" : $"{features.dtype} {ShapeText.Of(features.shape)}";
            throw new ArgumentException(
                $"The function of the features answered {answer} for {count} examples, but needed are real numbers [{count}, …], the features of each "
                    + "example.",
                nameof(features)
            );
        }

        return features.detach().flatten(1).to(features.dtype == float64 ? float64 : float32).cpu();
    }
}
