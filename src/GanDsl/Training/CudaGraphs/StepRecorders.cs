using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Chooses how steps are recorded, if at all.</summary>
internal static class StepRecorders
{
    private static readonly AsyncLocal<IStepRecorder?> Substituted = new();

    /// <summary>Takes the place of a GPU's in what the current test creates.</summary>
    internal static IStepRecorder? Substitute
    {
        set => Substituted.Value = value;
    }

    /// <summary>Whether steps share a GPU with those of other GANs.</summary>
    public static bool IsOnGpu(Device device) => GanDevices.IsGpu(device) || Substituted.Value is not null;

    /// <summary>The recorder, or none and, where that has to be said, why.</summary>
    /// <exception cref="GanException">One is asked for, and cannot be had.</exception>
    public static (IStepRecorder? Recorder, string? Obstacle) Of(
        GanCudaGraph choice,
        Device device,
        IReadOnlyList<string> own
    )
    {
        if (!Enum.IsDefined(choice))
        {
            throw new GanException(
                $"CudaGraph is {(int)choice}, but it has to be {GanCudaGraph.Automatic}, {GanCudaGraph.On} or {GanCudaGraph.Off}."
            );
        }

        if (Substituted.Value is { } substitute)
        {
            return choice == GanCudaGraph.Off ? (null, null) : (substitute, null);
        }

        if (choice == GanCudaGraph.Off || (choice == GanCudaGraph.Automatic && device.type != DeviceType.CUDA))
        {
            return (null, null);
        }

        if (device.type != DeviceType.CUDA)
        {
            throw new GanException(
                "CudaGraph is On, but the GAN trains on the processor; set Device to Cuda or CudaGraph to Automatic."
            );
        }

        if (choice == GanCudaGraph.Automatic && own.Count > 0)
        {
            return (
                null,
                $"Training steps are not recorded as a CUDA graph, as {string.Join(", ", own)} may do something else each time; "
                    + "set CudaGraph to On where it does the same work at each call and reads no number of a tensor."
            );
        }

        var recorder = CudaRecorder.TryCreate(choice, out var obstacle);
        return recorder is null && choice == GanCudaGraph.On
            ? throw new GanException(
                $"CudaGraph is On, but {obstacle}; set CudaGraph to Automatic, which takes ordinary steps then."
            )
            : (recorder, obstacle is null ? null : $"Training steps are not recorded as a CUDA graph: {obstacle}.");
    }
}
