namespace TorchSharp;

/// <summary>The kinds of device a tensor can live on, with libtorch's numbers.</summary>
public enum DeviceType
{
    /// <summary>The host.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU (or an AMD one under a ROCm build of libtorch).</summary>
    CUDA = 1,

    /// <summary>The GPU of an Apple computer.</summary>
    MPS = 13,

    /// <summary>No device: shapes and types without data.</summary>
    META = 14,
}
