using System.Text;

namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>A small ELF file with nothing in it but what says which symbols it takes from which versions of which libraries.</summary>
internal static class SyntheticElf
{
    /// <summary>Where the table of sections starts.</summary>
    public const int Sections = 64;

    /// <summary>Where the list of needed versions starts: after five entries of the table of sections.</summary>
    public const int Versions = Sections + (5 * 64);

    /// <summary>Writes the file.</summary>
    /// <param name="needed">For each library its versions, and for each version the symbols taken from it.</param>
    public static byte[] Write(params (string Version, string[] Symbols)[][] needed)
    {
        // Each table starts with an empty entry.
        var (strings, symbols, indices, versions) = (
            new MemoryStream(),
            new MemoryStream(),
            new MemoryStream(),
            new MemoryStream()
        );
        strings.WriteByte(0);
        symbols.Write(new byte[24]);
        Put(indices, (ushort)0);
        ushort number = 1;
        for (var library = 0; library < needed.Length; library++)
        {
            var isLast = library == needed.Length - 1;
            Put(versions, (ushort)1, (ushort)needed[library].Length, Name(strings, "lib.so"), 16u);
            Put(versions, isLast ? 0u : (uint)(16 * (1 + needed[library].Length)));
            for (var index = 0; index < needed[library].Length; index++)
            {
                var (version, names) = needed[library][index];
                number++;
                Put(versions, 0x12345678u, (ushort)0, number, Name(strings, version));
                Put(versions, index == needed[library].Length - 1 ? 0u : 16u);
                foreach (var name in names)
                {
                    Put(symbols, Name(strings, name), 0u, 0u, 0u, 0u, 0u);
                    Put(indices, (ushort)(number | 0x8000));
                }
            }
        }

        // Sections: none, strings, symbols, versions of symbols, needed versions.
        var file = new MemoryStream();
        var content = new (uint Type, MemoryStream Bytes)[]
        {
            (0x6ffffffe, versions),
            (3, strings),
            (11, symbols),
            (0x6fffffff, indices),
        };
        file.Write([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, .. new byte[9]]);
        Put(file, (ushort)3, (ushort)62, 1u, 0ul, 0ul, (ulong)Sections, 0u);
        Put(file, (ushort)64, (ushort)0, (ushort)0, (ushort)64, (ushort)5, (ushort)0);
        file.Write(new byte[64]);
        var at = (ulong)Versions;
        foreach (var (type, bytes) in content)
        {
            // All names are in section 2.
            Put(file, 0u, type, 0ul, 0ul, at, (ulong)bytes.Length, 2u, 0u, 8ul, 0ul);
            at += (ulong)bytes.Length;
        }

        foreach (var (_, bytes) in content)
        {
            file.Write(bytes.ToArray());
        }

        return file.ToArray();
    }

    private static uint Name(MemoryStream strings, string name)
    {
        var offset = (uint)strings.Position;
        strings.Write([.. Encoding.ASCII.GetBytes(name), 0]);
        return offset;
    }

    private static void Put(MemoryStream stream, params object[] numbers)
    {
        foreach (var number in numbers)
        {
            stream.Write(
                number switch
                {
                    ushort value => BitConverter.GetBytes(value),
                    uint value => BitConverter.GetBytes(value),
                    ulong value => BitConverter.GetBytes(value),
                    _ => throw new ArgumentException($"{number.GetType()} has no size in an ELF file."),
                }
            );
        }
    }
}
