using System.ComponentModel;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace GanDsl.Training;

/// <summary>Checks the precision option against the device.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GanPrecisions
{
    /// <summary>The precision, once it is known that the device has instructions for it.</summary>
    /// <exception cref="GanException">The device would emulate it, or there is no such precision.</exception>
    public static GanPrecision Require(GanPrecision precision, torch.Device device) =>
        precision switch
        {
            GanPrecision.Float32 => precision,
            GanPrecision.BFloat16 when device.type == DeviceType.CUDA => CudaGpu.ComputeCapability >= new Version(8, 0)
                ? precision
                : throw Emulated("GPU", "a GPU of compute capability 8.0 or above"),
            GanPrecision.BFloat16 => ProcessorHasBFloat16()
                ? precision
                : throw Emulated("processor", "a processor with avx512_bf16 or amx_bf16"),
            GanPrecision.TensorFloat32 when device.type == DeviceType.CUDA => CudaGpu.ComputeCapability
            >= new Version(8, 0)
                ? precision
                : throw NotThere("this GPU has no instructions for it", "use one of compute capability 8.0 or above"),
            GanPrecision.TensorFloat32 => throw NotThere(
                "only GPUs compute in it",
                "Device = GanDevice.Cuda with a GPU of compute capability 8.0 or above"
            ),
            _ => throw new GanException(
                $"Precision is {(int)precision}, but it has to be {GanPrecision.Float32}, {GanPrecision.BFloat16} or {GanPrecision.TensorFloat32}."
            ),
        };

    private static GanException Emulated(string device, string needed) =>
        new(
            $"Precision is BFloat16, but this {device} has no instructions for it and would emulate them, which is slower than float32; choose "
                + $"Precision = GanPrecision.Float32, or use {needed}."
        );

    private static GanException NotThere(string why, string remedy) =>
        new($"Precision is TensorFloat32, but {why}; choose Precision = GanPrecision.Float32, or {remedy}.");

    /// <summary>AVX512_BF16 or AMX-BF16 ("Intel 64 and IA-32 Architectures Software Developer's Manual", CPUID leaf 7).</summary>
    private static bool ProcessorHasBFloat16()
    {
        if (!X86Base.IsSupported || !Avx512F.IsSupported)
        {
            return false;
        }

        var (subleaves, _, _, extensions) = X86Base.CpuId(7, 0);
        var hasAmx = (extensions & (1 << 22)) != 0;
        var hasAvx512 = subleaves >= 1 && (X86Base.CpuId(7, 1).Eax & (1 << 5)) != 0;
        return hasAmx || hasAvx512;
    }
}
