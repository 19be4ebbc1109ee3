namespace GanDsl;

/// <summary>Numbers to bytes: the inverse of <see cref="PixelScale"/> for every byte, and the nearest byte for any number.</summary>
internal static class PixelBytes
{
    /// <summary>Scales the low end of the range to 0 and the high end to 255; beyond them the nearer end, NaN is 0.</summary>
    public static byte[] Of(float[] values, ValueRange range)
    {
        var (low, high) = range switch
        {
            ValueRange.MinusOneToOne => (-1, 1),
            ValueRange.ZeroToOne => (0, 1),
            _ => Extremes(values),
        };
        var scale = high > low ? 255 / (high - low) : 0;
        var bytes = new byte[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            bytes[i] = float.IsNaN(values[i]) ? (byte)0 : ToByte((values[i] - low) * scale);
        }

        return bytes;
    }

    // An infinite value times a scale of zero is NaN, which Clamp lets through and the conversion takes as 0.
    private static byte ToByte(double value) => (byte)Math.Round(Math.Clamp(value, 0, 255));

    private static (double Low, double High) Extremes(float[] values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (float.IsFinite(value))
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        return low <= high ? (low, high) : (0, 0);
    }
}
