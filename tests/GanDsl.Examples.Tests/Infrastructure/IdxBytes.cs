using System.Buffers.Binary;

namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>Files in the IDX format, written independently of the library's reader.</summary>
internal static class IdxBytes
{
    /// <summary>Images of unsigned bytes, all of one grey.</summary>
    public static byte[] Images(int count, int height = 28, int width = 28) =>
        Of(0x08, count, height, width, new byte[count * height * width]);

    /// <summary>Images of 32-bit floating-point numbers, all not a number.</summary>
    public static byte[] NotFinite(int count)
    {
        var values = new byte[count * 28 * 28 * sizeof(float)];
        for (var i = 0; i < values.Length; i += sizeof(float))
        {
            BinaryPrimitives.WriteSingleBigEndian(values.AsSpan(i), float.NaN);
        }

        return Of(0x0D, count, 28, 28, values);
    }

    private static byte[] Of(byte type, int count, int height, int width, byte[] values)
    {
        var file = new byte[16 + values.Length];
        file[2] = type;
        file[3] = 3;
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4), count);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(8), height);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(12), width);
        values.CopyTo(file, 16);
        return file;
    }
}
