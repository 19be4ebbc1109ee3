using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// A step with the tensors that it reads and writes, which stay where they are: taken as an ordinary one first, then recorded, then replayed.
/// </summary>
internal sealed class RecordedStep : IDisposable
{
    private readonly Func<StepInputs, Tensor> compute;
    private readonly (RandomSource Source, DrawnPlaces Places)[] draws;
    private readonly StepInputs inputs;
    private IStepRecording? recording;
    private (Parameter Parameter, Tensor? Gradient)[] gradients = [];
    private Tensor? numbers;

    /// <summary>Prepares a recording.</summary>
    /// <param name="example">Inputs of the shapes of all that follow.</param>
    /// <param name="sources">What the step may draw random numbers from.</param>
    /// <param name="compute">The step: from its inputs to what it measures.</param>
    public RecordedStep(StepInputs example, IReadOnlyList<RandomSource> sources, Func<StepInputs, Tensor> compute)
    {
        this.compute = compute;
        draws = [.. sources.Select(source => (source, new DrawnPlaces()))];
        inputs = example.Places();
    }

    /// <summary>
    /// Whether this thread computes a step that is recorded, or will be: then calls cost next to nothing, as replays make none, and kernels all.
    /// </summary>
    [field: ThreadStatic]
    public static bool IsUnderWay { get; private set; }

    /// <summary>Whether <see cref="Replay"/> may be called.</summary>
    public bool IsRecorded => recording is not null;

    /// <summary>Takes an ordinary step in these tensors and where recordings are made.</summary>
    /// <returns>What it measures.</returns>
    public Tensor Rehearse(IStepRecorder recorder, StepInputs values)
    {
        Fill(values);
        recorder.Rehearse(Compute);
        return numbers!;
    }

    /// <summary>Records the step.</summary>
    /// <param name="recorder">How.</param>
    /// <param name="parameters">What it may leave gradients in.</param>
    /// <exception cref="NotRecordableException">It cannot be recorded.</exception>
    public void Record(IStepRecorder recorder, IReadOnlyList<Parameter> parameters)
    {
        recording = recorder.Record(Compute);

        // Replays write into them, whatever has taken their place meanwhile.
        gradients = [.. parameters.Select(parameter => (parameter, parameter.grad?.DetachFromDisposeScope()))];
    }

    /// <summary>Takes the step.</summary>
    /// <param name="values">What it is given.</param>
    /// <returns>What it measures: the same tensor each time.</returns>
    public Tensor Replay(StepInputs values)
    {
        Fill(values);
        foreach (var (source, places) in draws)
        {
            source.Fill(places);
        }

        recording!.Replay();

        // Another step, or somebody, may have given the parameters other gradients.
        foreach (var (parameter, gradient) in gradients)
        {
            parameter.grad = gradient;
        }

        return numbers!;
    }

    public void Dispose()
    {
        foreach (var (_, gradient) in gradients)
        {
            gradient?.Dispose();
        }

        inputs.Dispose();
        numbers?.Dispose();
        foreach (var (_, places) in draws)
        {
            places.Dispose();
        }

        recording?.Dispose();
    }

    private void Fill(StepInputs values)
    {
        using var noGradients = no_grad();
        inputs.Fill(values);
    }

    private void Compute()
    {
        using var scope = NewDisposeScope();
        foreach (var (source, places) in draws)
        {
            places.Rewind();
            source.Recorded = places;
        }

        IsUnderWay = true;
        try
        {
            var measured = compute(inputs).DetachFromDisposeScope();
            numbers?.Dispose();
            numbers = measured;
        }
        finally
        {
            IsUnderWay = false;
            foreach (var (source, _) in draws)
            {
                source.Recorded = null;
            }
        }
    }
}
