using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Floor;

/// <summary>Where products are computed, and with what.</summary>
/// <param name="Device">The device.</param>
/// <param name="Type">The type of the factors.</param>
/// <param name="UsesTensorFloat32">Whether a GPU may round the factors of all products in float32 to 11 significant bits; torch itself allows that of convolutions only.</param>
internal sealed record Arithmetic(Device Device, ScalarType Type, bool UsesTensorFloat32 = false)
{
    /// <summary>float32 on the processor.</summary>
    public static Arithmetic Processor { get; } = new(CPU, ScalarType.Float32);

    public bool IsOnGpu => Device.type == DeviceType.CUDA;

    /// <summary>Normal numbers.</summary>
    public Tensor Draw(params long[] shape) => randn(shape, Type, Device);

    /// <summary>Waits until the device has done what it was given.</summary>
    public void Synchronize()
    {
        if (IsOnGpu)
        {
            cuda.synchronize();
        }
    }

    /// <summary>An action during which the GPU may round where this says so; otherwise the settings are what others have made of them.</summary>
    public Action Apply(Action action) =>
        !IsOnGpu || !UsesTensorFloat32
            ? action
            : () =>
            {
                var (products, convolutions) = (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32);
                (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32) = (true, true);
                action();
                (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32) = (products, convolutions);
            };
}
