using System.Runtime.InteropServices;

namespace GanDsl.Training;

/// <summary><c>c10::cuda::CUDAStream</c>, which is a <c>c10::Stream</c>: a device and an identifier.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct CudaStream
{
    private readonly long device;
    private readonly long identifier;
}
