namespace GanDsl.Benchmarks.Gpu;

/// <summary>What a GPU computes products with, under the names of <see cref="GanPrecision"/>.</summary>
internal enum GpuPrecision
{
    Float32,
    TensorFloat32,
    BFloat16,
}
