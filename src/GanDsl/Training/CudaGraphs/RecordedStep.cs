using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>A recorded step with the tensors that it reads and writes, which stay where they are.</summary>
internal sealed class RecordedStep : IDisposable
{
    private readonly Func<StepInputs, Tensor> compute;
    private readonly (RandomSource Source, DrawnPlaces Places)[] draws;
    private readonly (Parameter Parameter, Tensor? Gradient)[] gradients;
    private readonly StepInputs inputs;
    private readonly IStepRecording recording;
    private Tensor? numbers;

    /// <summary>Records a step.</summary>
    /// <param name="recorder">How.</param>
    /// <param name="example">Inputs of the shapes of all that follow.</param>
    /// <param name="sources">What it may draw random numbers from.</param>
    /// <param name="parameters">What it may leave gradients in.</param>
    /// <param name="compute">The step: from its inputs to what it measures.</param>
    /// <exception cref="NotRecordableException">It cannot be recorded.</exception>
    public RecordedStep(
        IStepRecorder recorder,
        StepInputs example,
        IReadOnlyList<RandomSource> sources,
        IReadOnlyList<Parameter> parameters,
        Func<StepInputs, Tensor> compute
    )
    {
        this.compute = compute;
        draws = [.. sources.Select(source => (source, new DrawnPlaces()))];
        inputs = example.Places();
        using (no_grad())
        {
            inputs.Fill(example);
        }

        try
        {
            recording = recorder.Record(Compute);
        }
        catch
        {
            DisposeTensors();
            throw;
        }

        // Replays write into them, whatever has taken their place meanwhile.
        gradients = [.. parameters.Select(parameter => (parameter, parameter.grad?.DetachFromDisposeScope()))];
    }

    /// <summary>Takes the step.</summary>
    /// <param name="values">What it is given.</param>
    /// <returns>What it measures: the same tensor each time.</returns>
    public Tensor Replay(StepInputs values)
    {
        using var noGradients = no_grad();
        inputs.Fill(values);
        foreach (var (source, places) in draws)
        {
            source.Fill(places);
        }

        recording.Replay();
        return numbers!;
    }

    /// <summary>Gives the parameters the gradients that replays compute, after another step has given them others.</summary>
    public void RestoreGradients()
    {
        foreach (var (parameter, gradient) in gradients)
        {
            parameter.grad = gradient;
        }
    }

    public void Dispose()
    {
        foreach (var (_, gradient) in gradients)
        {
            gradient?.Dispose();
        }

        DisposeTensors();
        recording.Dispose();
    }

    private void Compute()
    {
        using var scope = NewDisposeScope();
        Attach(places =>
        {
            places.Rewind();
            return places;
        });
        try
        {
            var measured = compute(inputs).DetachFromDisposeScope();
            numbers?.Dispose();
            numbers = measured;
        }
        finally
        {
            Attach(_ => null);
        }
    }

    private void Attach(Func<DrawnPlaces, DrawnPlaces?> attached)
    {
        foreach (var (source, places) in draws)
        {
            source.Recorded = attached(places);
        }
    }

    private void DisposeTensors()
    {
        inputs.Dispose();
        numbers?.Dispose();
        foreach (var (_, places) in draws)
        {
            places.Dispose();
        }
    }
}
