namespace GanDsl;

/// <summary>Where a GAN's networks live and train.</summary>
public enum GanDevice
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>The first CUDA GPU.</summary>
    Cuda,
}
