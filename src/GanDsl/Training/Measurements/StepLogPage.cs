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
    private volatile string? loss;

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
    /// <exception cref="GanException">They were given up.</exception>
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

        return fetched is { } page
            ? page[(row * measurements)..((row + 1) * measurements)]
            : throw new GanException(
                $"The numbers of this step are lost: when its GAN was disposed, they could not be fetched from the device ({loss})."
            );
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

    /// <summary>Fetches the numbers if the device still hands them out, and frees their place on it in any case.</summary>
    public void FetchOrGiveUp()
    {
        try
        {
            Fetch();
        }
        catch (Exception exception)
        {
            lock (useOfDevice)
            {
                loss = exception.Message.Split('\n')[0].TrimEnd('.', ' ');
                onDevice?.Dispose();
                onDevice = null;
            }
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
