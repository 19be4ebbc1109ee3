using System.ComponentModel;
using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Takes the training steps of a GAN: ordinary ones at first, and where there is a GPU, after a few of a kind, as replays of one that was
/// recorded (<see cref="GanCudaGraph"/>). The numbers are the same.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepGraph : IDisposable
{
    /// <summary>libtorch makes handles and workspaces at first use, and TorchScript compiles what it has seen two times.</summary>
    private const int OrdinarySteps = 3;

    /// <summary>Each holds its memory on the device.</summary>
    private const int MostKinds = 8;

    private readonly bool isOnGpu;
    private readonly IReadOnlyList<RandomSource> sources;
    private readonly HostSettings settings;
    private readonly MinibatchCounts counts;
    private readonly Dictionary<StepKind, int> seen = [];
    private readonly Dictionary<StepKind, RecordedStep> steps = [];
    private IStepRecorder? recorder;

    /// <summary>Decides whether steps of a GAN are recorded.</summary>
    /// <param name="choice">What its options say.</param>
    /// <param name="device">Where it trains.</param>
    /// <param name="generator">G, on its device.</param>
    /// <param name="discriminator">D, on its device.</param>
    /// <param name="sources">What a step draws random numbers from.</param>
    /// <param name="own">The modules in the networks and the loss that are the user's own, by name.</param>
    /// <exception cref="GanException">Graphs are asked for, and cannot be had here.</exception>
    public StepGraph(
        GanCudaGraph choice,
        Device device,
        nn.Module generator,
        nn.Module discriminator,
        IReadOnlyList<RandomSource> sources,
        params string[] own
    )
    {
        this.sources = sources;
        settings = new HostSettings(generator, discriminator);
        counts = new MinibatchCounts(generator, discriminator);
        (recorder, Obstacle) = StepRecorders.Of(choice, device, own);
        isOnGpu = StepRecorders.IsOnGpu(device);
        if (isOnGpu)
        {
            RecordingGate.Install();
        }
    }

    /// <summary>Why steps that could be recorded are not, as a sentence; null where they are, and where nobody wants it.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>The kinds of steps that are recorded.</summary>
    internal int Recordings => steps.Values.Count(step => step.IsRecorded);

    /// <summary>Takes a step.</summary>
    /// <param name="inputs">What it is given.</param>
    /// <param name="discriminatorSteps">k.</param>
    /// <param name="compute">
    /// What the device does in it, from its inputs to the numbers that it measures. All that changes from one step to the next has to be on the
    /// device or in the inputs, or tell kinds of steps apart.
    /// </param>
    /// <param name="penalties">Which lazy penalties are due in which update of D.</param>
    /// <returns>What it measures, until the next step is taken.</returns>
    public Tensor Take(
        StepInputs inputs,
        int discriminatorSteps,
        Func<StepInputs, Tensor> compute,
        string penalties = ""
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(compute);
        Tensor Counted(StepInputs step) => counts.OfStep(() => compute(step));
        if (!isOnGpu)
        {
            return Counted(inputs);
        }

        // A step within another one's would wait for that one before it is recorded.
        if (recorder is null || RecordingGate.IsInside)
        {
            using var ordinary = RecordingGate.Pass();
            return Counted(inputs);
        }

        if (settings.NoticeChange())
        {
            Forget();
        }

        var kind = new StepKind(inputs.Real.shape[0], discriminatorSteps, inputs.Latents is not null, penalties);
        var step = steps.GetValueOrDefault(kind);
        if (step is { IsRecorded: true } || (step is null && IsOrdinary(kind)))
        {
            using var passed = RecordingGate.Pass();
            return step is null ? Counted(inputs) : step.Replay(inputs);
        }

        using var alone = RecordingGate.Close();
        return step is null ? Rehearse(kind, inputs, Counted) : TakeRecording(step, inputs, Counted);
    }

    /// <summary>Frees the recordings.</summary>
    public void Dispose()
    {
        Forget();
        recorder = null;
    }

    /// <summary>Counts a step of a kind that is not recorded.</summary>
    private bool IsOrdinary(StepKind kind)
    {
        var before = seen.GetValueOrDefault(kind);
        if (before >= OrdinarySteps && steps.Count < MostKinds)
        {
            return false;
        }

        seen[kind] = before + 1;
        return true;
    }

    private Tensor Rehearse(StepKind kind, StepInputs inputs, Func<StepInputs, Tensor> compute)
    {
        var step = new RecordedStep(inputs, sources, compute);
        try
        {
            var numbers = step.Rehearse(recorder!, inputs);
            steps.Add(kind, step);
            return numbers;
        }
        catch
        {
            step.Dispose();
            throw;
        }
    }

    private Tensor TakeRecording(RecordedStep step, StepInputs inputs, Func<StepInputs, Tensor> compute)
    {
        using var random = SeededRandomness.StateOfProcessor();
        try
        {
            step.Record(recorder!, settings.Parameters);
        }
        catch (NotRecordableException exception)
        {
            Forget();
            recorder = null;
            Obstacle =
                $"Training steps are taken one operation at a time, as they cannot be recorded as a CUDA graph: {exception.Message}.";
            SeededRandomness.PutBack(random);
            return compute(inputs);
        }
        catch (Exception exception)
        {
            // What is left of the recording cannot be freed any more.
            recorder = null;
            Obstacle =
                "Training steps are taken one operation at a time, as an attempt to record one as a CUDA graph has failed: "
                + $"{exception.Message.Split('\n')[0].TrimEnd('.', ' ')}.";
            throw;
        }

        // Torch's switches belong to all threads.
        if (settings.NoticeChange())
        {
            Forget();
            SeededRandomness.PutBack(random);
            return compute(inputs);
        }

        return step.Replay(inputs);
    }

    private void Forget()
    {
        RecordedStep[] forgotten = [.. steps.Values];
        steps.Clear();
        seen.Clear();
        if (forgotten.Length == 0)
        {
            return;
        }

        // Freeing waits for the device, which would break what another thread records; other steps may go on.
        using var passed = RecordingGate.Pass();
        foreach (var step in forgotten)
        {
            step.Dispose();
        }
    }
}
