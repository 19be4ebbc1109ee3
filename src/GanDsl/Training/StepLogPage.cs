using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The numbers of some consecutive steps <c>[steps, measurements]</c>: on the device first, in memory once fetched.</summary>
internal sealed class StepLogPage
{
    private readonly int measurements;
    private Tensor? onDevice;
    private float[]? fetched;

    public StepLogPage(int steps, int measurements, Device device)
    {
        this.measurements = measurements;
        onDevice = zeros(steps, measurements, ScalarType.Float32, device).DetachFromDisposeScope();
    }

    public void Write(int row, Tensor[] values)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        onDevice!.select(0, row).copy_(stack(values));
    }

    public float Read(int row, int measurement)
    {
        if (fetched is not null)
        {
            return fetched[(row * measurements) + measurement];
        }

        using var scope = NewDisposeScope();
        return onDevice!.select(0, row).select(0, measurement).item<float>();
    }

    /// <summary>Moves the numbers from the device into memory; from then on reading costs nothing.</summary>
    public void Fetch()
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
