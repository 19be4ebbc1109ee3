using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary>What the CUDA driver says of the first GPU; TorchSharp does not tell.</summary>
internal static class CudaGpu
{
    private const int ComputeCapabilityMajor = 75; // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR
    private const int ComputeCapabilityMinor = 76; // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR

    /// <summary>The driver's library, whose functions are plain C; those that are called here have been the same since CUDA 5.</summary>
    internal static readonly string Driver = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    private delegate int Initialize(uint flags);

    private delegate int GetDevice(out int device, int ordinal);

    private delegate int GetAttribute(out int value, int attribute, int device);

    /// <summary>The compute capability of the first GPU, such as 8.0; 0.0 where there is no driver or no GPU.</summary>
    public static Version ComputeCapability { get; } = Read();

    private static Version Read()
    {
        var none = new Version(0, 0);
        if (
            !NativeLibrary.TryLoad(Driver, out var library)
            || NativeFunction.Find<Initialize>(library, "cuInit") is not { } initialize
            || NativeFunction.Find<GetDevice>(library, "cuDeviceGet") is not { } getDevice
            || NativeFunction.Find<GetAttribute>(library, "cuDeviceGetAttribute") is not { } getAttribute
        )
        {
            return none;
        }

        return
            initialize(0) == 0
            && getDevice(out var device, 0) == 0
            && getAttribute(out var major, ComputeCapabilityMajor, device) == 0
            && getAttribute(out var minor, ComputeCapabilityMinor, device) == 0
            ? new(major, minor)
            : none;
    }
}
