using System.Numerics;

namespace GanDsl;

/// <summary>
/// Bytes to numbers: b / 127.5 - 1 for [-1, 1] and b / 255 for [0, 1]. The first is computed as (2b - 255) / 255, whose
/// numerator is exact: one rounding, and byte b and byte 255 - b give opposite numbers.
/// </summary>
internal static class PixelScale
{
    /// <summary>Refuses a range that bytes cannot be scaled to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is unbounded.</exception>
    public static void Require(ValueRange range)
    {
        if (range is not (ValueRange.MinusOneToOne or ValueRange.ZeroToOne))
        {
            throw new ArgumentOutOfRangeException(
                nameof(range),
                range,
                "Bytes are scaled to [-1, 1] or to [0, 1]: give ValueRange.MinusOneToOne or ValueRange.ZeroToOne."
            );
        }
    }

    /// <summary>Scales every byte of <paramref name="source"/> into <paramref name="target"/>, of the same length.</summary>
    public static void ToFloats(ReadOnlySpan<byte> source, Span<float> target, ValueRange range)
    {
        var (factor, offset) = range == ValueRange.MinusOneToOne ? (2f, -255f) : (1f, 0f);
        var done = 0;
        var step = Vector<byte>.Count;
        for (; done + step <= source.Length; done += step)
        {
            Vector.Widen(new Vector<byte>(source[done..]), out var low, out var high);
            Scale(low, target[done..], factor, offset);
            Scale(high, target[(done + step / 2)..], factor, offset);
        }

        for (; done < source.Length; done++)
        {
            target[done] = (factor * source[done] + offset) / 255f;
        }
    }

    private static void Scale(Vector<ushort> values, Span<float> target, float factor, float offset)
    {
        Vector.Widen(values, out var low, out var high);
        Scale(low, factor, offset).CopyTo(target);
        Scale(high, factor, offset).CopyTo(target[Vector<float>.Count..]);
    }

    // Signed integers convert in one instruction, unsigned ones do not.
    private static Vector<float> Scale(Vector<uint> values, float factor, float offset) =>
        (Vector.ConvertToSingle(Vector.AsVectorInt32(values)) * factor + new Vector<float>(offset))
        / new Vector<float>(255f);
}
