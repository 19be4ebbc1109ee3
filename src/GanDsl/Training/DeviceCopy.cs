using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Brings tensors to the device without waiting for it.</summary>
internal static class DeviceCopy
{
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

        using var pinned = tensor.pin_memory();
        return pinned.to(device, non_blocking: true);
    }

    /// <summary>A tensor of the processor where a device can fetch it without waiting: itself for the processor, for a GPU a page-locked copy.</summary>
    public static Tensor Pinned(Tensor tensor, Device device) =>
        device.type == DeviceType.CUDA ? tensor.pin_memory() : tensor;
}
