using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Draws minibatches from a sampler and checks each of them.</summary>
/// <remarks>
/// Always on the training thread, never ahead: samplers read what the caller's code changes between steps. Torch's global random numbers
/// begin anew with each draw, from the seed of the GAN and the number of the draw, so that a sampler which draws from them can go on from
/// a checkpoint; one that keeps random numbers of its own can as well, because the draws before are made again and left aside.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StreamingSource
{
    private readonly RealDataAdapter realData;
    private readonly Func<int, Minibatch> sampler;
    private readonly DiscriminatorSchedule schedule;
    private readonly int batchSize;
    private readonly int seed;
    private int draws;
    private long step;

    /// <summary>Wraps a sampler of examples without labels.</summary>
    /// <param name="realData">What the examples have to be.</param>
    /// <param name="sampler">Answers that many examples, of any type; the tensor belongs to the step.</param>
    /// <param name="schedule">k of each training step.</param>
    /// <param name="batchSize">m; a training step takes k·m examples.</param>
    /// <param name="seed">The seed of the GAN.</param>
    public StreamingSource(
        RealDataAdapter realData,
        Func<int, Tensor> sampler,
        DiscriminatorSchedule schedule,
        int batchSize,
        int seed
    )
        : this(realData, Required(sampler, count => new Minibatch(sampler(count))), schedule, batchSize, seed) { }

    /// <summary>Wraps a sampler of examples with labels.</summary>
    /// <param name="realData">What the examples have to be.</param>
    /// <param name="sampler">Answers that many examples, of any type, and the class of each; the tensors belong to the step.</param>
    /// <param name="schedule">k of each training step.</param>
    /// <param name="batchSize">m; a training step takes k·m examples.</param>
    /// <param name="seed">The seed of the GAN.</param>
    public StreamingSource(
        RealDataAdapter realData,
        Func<int, (Tensor Examples, Tensor Labels)> sampler,
        DiscriminatorSchedule schedule,
        int batchSize,
        int seed
    )
        : this(
            realData,
            Required(
                sampler,
                count =>
                {
                    var (examples, labels) = sampler(count);
                    return new Minibatch(examples, labels);
                }
            ),
            schedule,
            batchSize,
            seed
        ) { }

    /// <summary>Wraps a sampler of minibatches.</summary>
    /// <param name="realData">What the examples have to be.</param>
    /// <param name="sampler">Answers that many examples, of any type, and their labels where those are required.</param>
    /// <param name="schedule">k of each training step.</param>
    /// <param name="batchSize">m; a training step takes k·m examples.</param>
    /// <param name="seed">The seed of the GAN.</param>
    public StreamingSource(
        RealDataAdapter realData,
        Func<int, Minibatch> sampler,
        DiscriminatorSchedule schedule,
        int batchSize,
        int seed
    )
    {
        ArgumentNullException.ThrowIfNull(realData);
        ArgumentNullException.ThrowIfNull(sampler);
        this.realData = realData;
        this.sampler = sampler;
        this.schedule = schedule;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /// <summary>Goes on where training is: behind the minibatches that were trained on before.</summary>
    /// <param name="progress">Where it is.</param>
    public void GoOnFrom(TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        progress.LeaveEpochs();
        step = progress.Step - progress.StepOfTraining;
        for (var drawn = 0; drawn < progress.StepOfTraining; drawn++)
        {
            Draw().Dispose();
        }
    }

    /// <summary>Draws the next minibatch, which is the caller's to dispose.</summary>
    /// <exception cref="GanException">The sampler answers another shape, values out of range or not finite, or no labels.</exception>
    public Minibatch Draw()
    {
        using var scope = NewDisposeScope();
        using var random = SeededRandomness.OfSampler(seed, draws++);
        var rows = schedule.At(step++) * batchSize;
        var drawn = sampler(rows);
        if (drawn?.Examples is null)
        {
            throw new GanException($"The sampler was asked for {rows} examples and answered null; answer a tensor.");
        }

        return realData.TakeOver(drawn, rows, "The sampler");
    }

    private static Func<int, Minibatch> Required(object? sampler, Func<int, Minibatch> wrapped)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        return wrapped;
    }
}
