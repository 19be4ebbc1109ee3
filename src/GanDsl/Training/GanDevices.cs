using TorchSharp;

namespace GanDsl.Training;

/// <summary>Turns the device option into a device of the engine.</summary>
public static class GanDevices
{
    /// <summary>The engine's device, once it is known to be there.</summary>
    /// <exception cref="GanException">CUDA is asked for and the engine finds none, or its native library cannot be loaded.</exception>
    public static torch.Device Require(GanDevice device)
    {
        Libtorch.Require();
        return device switch
        {
            GanDevice.Cpu => torch.CPU,
            GanDevice.Cuda when torch.cuda.is_available() => torch.CUDA,
            GanDevice.Cuda => throw new GanException(
                "Device is Cuda, but libtorch finds no CUDA GPU here; choose Device = GanDevice.Cpu, or install a GPU driver and a "
                    + "libtorch that is built for CUDA."
            ),
            _ => throw new GanException(
                $"Device is {(int)device}, but it has to be {GanDevice.Cpu} or {GanDevice.Cuda}."
            ),
        };
    }
}
