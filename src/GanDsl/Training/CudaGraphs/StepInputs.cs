using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>What a training step is given, on the device.</summary>
/// <param name="real">The real rows.</param>
/// <param name="labels">The class of each row; null where the step reads none.</param>
/// <param name="latents">Given latents; null where the step draws its own.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepInputs(Tensor real, Tensor? labels, Tensor? latents)
{
    /// <summary>The real rows.</summary>
    public Tensor Real { get; } = real;

    /// <summary>The class of each row; null where the step reads none.</summary>
    public Tensor? Labels { get; } = labels;

    /// <summary>Given latents; null where the step draws its own.</summary>
    public Tensor? Latents { get; } = latents;

    /// <summary>Tensors of the same shapes that stay where they are, and belong to the caller.</summary>
    internal StepInputs Places() =>
        new(PlaceOf(Real), Labels is null ? null : PlaceOf(Labels), Latents is null ? null : PlaceOf(Latents));

    /// <summary>Takes over the values of others of the same shapes.</summary>
    internal void Fill(StepInputs values)
    {
        Real.copy_(values.Real);
        Labels?.copy_(values.Labels!);
        Latents?.copy_(values.Latents!);
    }

    internal void Dispose()
    {
        Real.Dispose();
        Labels?.Dispose();
        Latents?.Dispose();
    }

    private static Tensor PlaceOf(Tensor tensor) =>
        empty(tensor.shape, tensor.dtype, tensor.device).DetachFromDisposeScope();
}
