using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The values of tensors as bytes, in C order and little-endian.</summary>
internal static class TensorBytes
{
    // A span over a tensor's memory ends at 2 GB; large tensors are copied in parts.
    private const long BytesAtOnce = 1 << 28;

    /// <summary>Writes all values of a tensor, whatever its device and strides.</summary>
    public static void Write(Stream stream, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        foreach (var part in Parts(tensor.detach().cpu().contiguous()))
        {
            stream.Write(part.bytes);
            GC.KeepAlive(part);
        }
    }

    /// <summary>Reads all values of a contiguous tensor on the processor.</summary>
    public static void Read(Stream stream, Tensor tensor)
    {
        foreach (var part in Parts(tensor))
        {
            stream.ReadExactly(part.bytes);
            GC.KeepAlive(part);
        }
    }

    /// <summary>The values of a contiguous tensor in parts, one after the other; they share its memory.</summary>
    public static IEnumerable<Tensor> Parts(Tensor tensor)
    {
        var flat = tensor.view(-1);
        var (count, step) = (flat.numel(), BytesAtOnce / flat.ElementSize);
        for (long first = 0; first < count; first += step)
        {
            yield return flat.narrow(0, first, Math.Min(step, count - first));
        }
    }
}
