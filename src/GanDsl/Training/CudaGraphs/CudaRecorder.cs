using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>
/// Records steps as CUDA graphs. libtorch throws where it finds an error, which would end the process here: so all that it could object to is
/// asked of the driver first, whose functions answer a number.
/// </summary>
/// <remarks>Called while the <see cref="RecordingGate"/> is closed.</remarks>
internal sealed class CudaRecorder : IStepRecorder
{
    private const int OutOfMemory = 2; // CUDA_ERROR_OUT_OF_MEMORY

    private readonly CudaGraphFunctions libtorch;
    private readonly CudaDriver driver;

    /// <summary>Not the one that all else is queued on, which cannot be recorded.</summary>
    private readonly CudaStream stream;

    internal CudaRecorder(CudaGraphFunctions libtorch, CudaDriver driver)
    {
        this.libtorch = libtorch;
        this.driver = driver;
        stream = libtorch.NewStream();
    }

    /// <summary>A recorder for the first GPU, or why there is none, as a clause.</summary>
    public static CudaRecorder? TryCreate(GanCudaGraph choice, out string? obstacle)
    {
        obstacle = LibtorchVersion.Obstacle;
        if (obstacle is null && OperatingSystem.IsWindows() && choice == GanCudaGraph.Automatic)
        {
            obstacle = "it has not been tried on Windows; set CudaGraph to On to try it";
        }

        if (obstacle is not null)
        {
            return null;
        }

        var (libtorch, driver) = (CudaGraphFunctions.Find(), CudaDriver.Find());
        if (libtorch is null || driver is null)
        {
            obstacle = libtorch is null
                ? "libtorch does not export the functions for it"
                : "the driver does not export the functions for it";
            return null;
        }

        return new CudaRecorder(libtorch, driver);
    }

    public void Rehearse(Action step)
    {
        libtorch.Synchronize();
        driver.RequireUsable();
        try
        {
            using var use = libtorch.Use(stream);
            step();
        }
        finally
        {
            // All else is queued on another stream, which does not wait for this one.
            libtorch.Synchronize();
        }

        driver.RequireUsable();
    }

    public IStepRecording Record(Action step)
    {
        // libtorch would end the process where a recording cannot begin.
        libtorch.Synchronize();
        driver.RequireUsable();
        using var use = libtorch.Use(stream);
        var graph = libtorch.NewGraph();
        libtorch.Begin(graph);
        var failure = FailureOf(step);
        var handle = libtorch.HandleOf(stream);
        var isBroken = !driver.IsRecording(handle);
        if (isBroken)
        {
            // libtorch puts its allocator right when a recording ends, but throws where that one is broken: it is given a small good one.
            driver.Replace(handle);
        }
        else if (failure is not null)
        {
            driver.AddNothing(handle);
        }

        libtorch.End(graph);
        var obstacle =
            failure is not null ? Clause(failure)
            : isBroken ? "it waits for the device, as where a number of a tensor is read"
            : driver.TryInstantiate(libtorch.RawGraph(graph)) switch
            {
                0 => null,
                OutOfMemory => "the GPU has no memory left for it",
                var error => $"the CUDA driver does not take it (error {error})",
            };
        if (obstacle is null)
        {
            return new CudaRecording(libtorch, driver, graph);
        }

        libtorch.Delete(graph);
        throw new NotRecordableException(obstacle, failure);
    }

    private static Exception? FailureOf(Action step)
    {
        try
        {
            step();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>The first line of what libtorch says, which goes on with a trace of its own.</summary>
    private static string Clause(Exception failure)
    {
        var line = failure.Message.Split('\n')[0].TrimEnd('.', ' ');
        return failure is ExternalException ? $"libtorch says \"{line}\"" : line;
    }
}
