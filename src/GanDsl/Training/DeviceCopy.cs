using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Brings minibatches to the device without waiting for it.</summary>
internal static class DeviceCopy
{
    /// <summary>The minibatch on the device, disposing the one given; where it is there already, or need not be copied, that one itself.</summary>
    /// <remarks>
    /// The copy to a GPU may still be under way on return. It is queued on the device's default stream, which all threads share, so
    /// what is computed with the minibatch comes after it; and PyTorch gives page-locked memory out again only after the copies from
    /// it, so this side may be disposed at once.
    /// </remarks>
    public static Tensor Begin(Tensor minibatch, Device device)
    {
        if (device.type != DeviceType.CUDA || minibatch.device_type != DeviceType.CPU)
        {
            return minibatch;
        }

        using var owned = minibatch;
        using var pinned = minibatch.pin_memory();
        return pinned.to(device, non_blocking: true);
    }
}
