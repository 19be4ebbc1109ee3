using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Brings tensors to the device without waiting for it.</summary>
internal static class DeviceCopy
{
    /// <summary>CUDA takes up to 64 KiB of pageable memory along with the command; of more it may wait for the stream first.</summary>
    private const long MostBytesOnTheWay = 64 * 1024;

    /// <summary>The tensor on the device: itself where it is there already, else a new one.</summary>
    /// <remarks>
    /// The copy to a GPU may still be under way on return. It is queued on the device's default stream, which all threads share, so
    /// what is computed with the minibatch comes after it; and PyTorch gives page-locked memory out again only after the copies from
    /// it, so the tensor given may be disposed at once.
    /// </remarks>
    public static Tensor Begin(Tensor tensor, Device device)
    {
        if (tensor.device_type == device.type)
        {
            return tensor;
        }

        if (device.type != DeviceType.CUDA || tensor.device_type != DeviceType.CPU)
        {
            return tensor.to(device);
        }

        if (IsSmall(tensor))
        {
            return tensor.to(device, non_blocking: true);
        }

        using var pinned = tensor.pin_memory();
        return pinned.to(device, non_blocking: true);
    }

    /// <summary>Copies a contiguous tensor of the processor into one on a device, without waiting for it.</summary>
    public static void Into(Tensor place, Tensor tensor)
    {
        if (place.device_type != DeviceType.CUDA || IsSmall(tensor))
        {
            place.copy_(tensor, nonBlocking: true);
            return;
        }

        using var pinned = tensor.pin_memory();
        place.copy_(pinned, nonBlocking: true);
    }

    /// <summary>Whether the driver takes the values along with the command to copy them, so that they need no page-locked memory.</summary>
    private static bool IsSmall(Tensor tensor) => tensor.numel() * tensor.element_size() <= MostBytesOnTheWay;
}
