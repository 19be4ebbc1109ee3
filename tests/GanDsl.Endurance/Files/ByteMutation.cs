namespace GanDsl.Endurance.Files;

/// <summary>Damages bytes without knowing what they mean.</summary>
internal static class ByteMutation
{
    private const int LongestPart = 64;

    private static readonly byte[] OddBytes =
    [
        0,
        0x7F,
        0x80,
        0xFF,
        (byte)'"',
        (byte)'{',
        (byte)'[',
        (byte)'9',
        (byte)'\\',
    ];

    /// <summary>Bytes with one to three changes.</summary>
    public static byte[] Of(byte[] bytes, Random random)
    {
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            bytes = Once(bytes, random);
        }

        return bytes;
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
        {
            return [OddBytes[random.Next(OddBytes.Length)]];
        }

        // The beginning holds what everything else depends on.
        var at = random.Next(2) == 0 ? random.Next(bytes.Length) : random.Next(Math.Min(bytes.Length, 600));
        var end = Math.Min(bytes.Length, at + random.Next(1, LongestPart));
        switch (random.Next(6))
        {
            case 0:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], .. bytes[end..]];
            case 3:
                return [.. bytes[..end], .. bytes[at..]];
            case 4:
                byte[] odd = [.. bytes];
                odd[at] = OddBytes[random.Next(OddBytes.Length)];
                return odd;
            default:
                var inserted = new byte[random.Next(1, LongestPart)];
                random.NextBytes(inserted);
                return [.. bytes[..at], .. inserted, .. bytes[at..]];
        }
    }
}
