namespace GanDsl.ToyData;

/// <summary>What the first four bytes of an IDX file say, in words.</summary>
internal static class IdxMagic
{
    /// <summary>The meaning of a magic number: "unsigned bytes in 1 dimension, as labels are kept".</summary>
    public static string Describe(uint magic)
    {
        if (magic >> 16 != 0 || TypeName((byte)(magic >> 8)) is not { } type)
        {
            return "which is not the start of an IDX file";
        }

        var rank = magic & 0xFF;
        var dimensions = rank == 1 ? "1 dimension" : $"{rank} dimensions";
        return magic switch
        {
            0x801 => $"{type} in {dimensions}, as labels are kept",
            0x803 => $"{type} in {dimensions}, as images are kept",
            _ => $"{type} in {dimensions}",
        };
    }

    private static string? TypeName(byte type) =>
        type switch
        {
            0x08 => "unsigned bytes",
            0x09 => "signed bytes",
            0x0B => "16-bit integers",
            0x0C => "32-bit integers",
            0x0D => "32-bit floating-point numbers",
            0x0E => "64-bit floating-point numbers",
            _ => null,
        };
}
