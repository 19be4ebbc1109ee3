using System.ComponentModel;
using TorchSharp;

namespace GanDsl.Training;

/// <summary>Turns the device option into a device of TorchSharp.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GanDevices
{
    /// <summary>Whether a device is a GPU.</summary>
    public static bool IsGpu(torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device.type == DeviceType.CUDA;
    }

    /// <summary>TorchSharp's device, once it is known to be there.</summary>
    /// <exception cref="GanException">TorchSharp does not load here, or CUDA is asked for and libtorch finds none.</exception>
    public static torch.Device Require(GanDevice device)
    {
        Libtorch.Require();
        return device switch
        {
            GanDevice.Cpu => torch.CPU,
            GanDevice.Cuda when torch.cuda.is_available() => torch.CUDA,
            GanDevice.Cuda => throw new GanException(
                "Device is Cuda, but libtorch finds no CUDA GPU here; set Device to Cpu, or install a GPU driver and refer to "
                    + "TorchSharp-cuda-linux or TorchSharp-cuda-windows in the place of TorchSharp-cpu."
            ),
            _ => throw new GanException(
                $"Device is {(int)device}, but it has to be {GanDevice.Cpu} or {GanDevice.Cuda}."
            ),
        };
    }
}
