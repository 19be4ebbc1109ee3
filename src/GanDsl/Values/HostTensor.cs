using System.Runtime.InteropServices;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Passage between .NET memory and float32 tensors on the CPU.</summary>
internal static class HostTensor
{
    /// <summary>A new tensor on the CPU, its values undefined.</summary>
    public static Tensor Allocate(params long[] shape)
    {
        Libtorch.Require();
        return empty(shape, float32, CPU);
    }

    /// <summary>A new tensor [n, ...exampleShape] on the CPU, its values undefined.</summary>
    public static Tensor AllocateBatch(int count, IReadOnlyList<long> exampleShape) =>
        Allocate([count, .. exampleShape]);

    /// <summary>A new int64 tensor [n] on the CPU, for index_select.</summary>
    public static Tensor Indices(ReadOnlySpan<int> indices)
    {
        Libtorch.Require();
        var tensor = empty(new long[] { indices.Length }, int64, CPU);
        var values = MemoryMarshal.Cast<byte, long>(tensor.bytes);
        for (var i = 0; i < indices.Length; i++)
        {
            values[i] = indices[i];
        }

        GC.KeepAlive(tensor);
        return tensor;
    }

    /// <summary>
    /// The values of a contiguous float32 tensor on the CPU, in place. Valid while the tensor lives: keep it reachable
    /// and undisposed for as long as the span is used.
    /// </summary>
    public static Span<float> Values(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    /// <summary>A copy of a tensor's values in C order, whatever its type, device and strides.</summary>
    public static float[] ToArray(Tensor tensor)
    {
        using var values = Detached(tensor);
        return Values(values).ToArray();
    }

    /// <summary>A float32, contiguous tensor on the CPU outside every dispose scope and graph; it may share memory with its source.</summary>
    public static Tensor Detached(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(float32).cpu().contiguous().alias().DetachFromDisposeScope();
    }
}
