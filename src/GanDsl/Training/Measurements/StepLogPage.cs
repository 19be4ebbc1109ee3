using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// The numbers of some consecutive steps <c>[steps, measurements]</c>: on the device first, in memory once fetched. One thread writes,
/// any thread reads.
/// </summary>
internal sealed class StepLogPage
{
    private readonly Lock useOfDevice = new();
    private readonly int measurements;
    private Tensor? onDevice;
    private volatile float[]? fetched;

    public StepLogPage(int steps, int measurements, Device device)
    {
        this.measurements = measurements;
        onDevice = zeros(steps, measurements, ScalarType.Float32, device).DetachFromDisposeScope();
    }

    public void Write(int row, Tensor numbers)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        lock (useOfDevice)
        {
            onDevice!.select(0, row).copy_(numbers);
        }
    }

    /// <summary>The numbers of a step.</summary>
    public float[] Read(int row)
    {
        if (fetched is null)
        {
            using var scope = NewDisposeScope();
            if (Copy(row) is { } numbers)
            {
                return [.. numbers.cpu().data<float>()];
            }
        }

        return fetched![(row * measurements)..((row + 1) * measurements)];
    }

    /// <summary>Moves the numbers from the device into memory; from then on reading costs nothing.</summary>
    public void Fetch()
    {
        lock (useOfDevice)
        {
            if (onDevice is null)
            {
                return;
            }

            using (var scope = NewDisposeScope())
            {
                fetched = onDevice.cpu().data<float>().ToArray();
            }

            onDevice.Dispose();
            onDevice = null;
        }
    }

    /// <summary>A row as a tensor of its own, so that who waits for a GPU to compute it keeps nobody from training on; null once fetched.</summary>
    private Tensor? Copy(int row)
    {
        lock (useOfDevice)
        {
            using var scope = NewDisposeScope();
            return onDevice?.select(0, row).clone().MoveToOuterDisposeScope();
        }
    }
}
