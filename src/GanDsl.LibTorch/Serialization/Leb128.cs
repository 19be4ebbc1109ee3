namespace TorchSharp.Serialization;

/// <summary>Whole numbers in 7-bit groups, least significant first, as TorchSharp's files have them.</summary>
internal static class Leb128
{
    /// <summary>Writes a number that is not negative.</summary>
    public static void Encode(this BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    /// <summary>Reads a number that is not negative.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such number.</exception>
    public static long Decode(this BinaryReader reader)
    {
        long value;
        try
        {
            value = reader.Read7BitEncodedInt64();
        }
        catch (FormatException error)
        {
            throw new InvalidDataException(
                "The data has more bytes in a number than a number can have: it is damaged.",
                error
            );
        }

        return value >= 0
            ? value
            : throw new InvalidDataException($"The data has {value} where a count or size is expected: it is damaged.");
    }
}
