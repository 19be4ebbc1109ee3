using System.Globalization;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// Writes tensors for NumPy: version 1.0 of the NPY format (NumPy Enhancement Proposal 1), little-endian float32, C order.
/// </summary>
public static class NpyFile
{
    private const int Alignment = 64;

    /// <summary>Values in one span: those over a tensor's memory end at 2 GB.</summary>
    private const long ValuesAtOnce = 1 << 24;

    /// <summary>Magic string, version 1.0 and the length of the header.</summary>
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Writes a tensor; an existing file is replaced once the new one is complete, and missing folders are made.</summary>
    /// <param name="path">The file, usually *.npy.</param>
    /// <param name="tensor">Any shape, type and device; the values are written as float32. It is left as it is.</param>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void Write(string path, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var header = Header(tensor.shape);
        using var detached = HostTensor.Detached(tensor);
        using var values = detached.reshape(-1);
        FileReplacement.Write(
            path,
            stream =>
            {
                stream.Write(header);
                WriteValues(stream, values);
            }
        );
    }

    private static void WriteValues(Stream stream, Tensor values)
    {
        var count = values.numel();
        for (long start = 0; start < count; start += ValuesAtOnce)
        {
            using var part = values.narrow(0, start, Math.Min(ValuesAtOnce, count - start));
            stream.Write(part.bytes);
        }
    }

    private static byte[] Header(long[] shape)
    {
        // A Python tuple: (), (3,), (2, 3).
        var sizes = ShapeText.Sizes(shape) + (shape.Length == 1 ? "," : "");
        var text = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({sizes}), }}";
        var used = Magic.Length + 2 + text.Length + 1;
        var padding = (Alignment - used % Alignment) % Alignment;
        var length = text.Length + padding + 1;
        return
        [
            .. Magic,
            (byte)length,
            (byte)(length >> 8),
            .. Encoding.ASCII.GetBytes(text),
            .. Enumerable.Repeat((byte)' ', padding),
            (byte)'\n',
        ];
    }
}
