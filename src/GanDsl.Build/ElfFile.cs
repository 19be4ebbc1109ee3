using System.Buffers.Binary;
using System.Text;

namespace GanDsl.Build;

/// <summary>
/// What the loader reads of a 64-bit little-endian ELF file about versions of symbols ("Linux Standard Base Core Specification", Symbol
/// Versioning). Whatever the bytes are, reading ends soon and throws nothing but <see cref="InvalidDataException"/>.
/// </summary>
public sealed class ElfFile
{
    private const uint Strings = 3; // SHT_STRTAB
    private const uint DynamicSymbols = 11; // SHT_DYNSYM
    private const uint NeededVersions = 0x6ffffffe; // SHT_GNU_verneed
    private const uint VersionsOfSymbols = 0x6fffffff; // SHT_GNU_versym
    private const int SectionSize = 64;
    private const int SymbolSize = 24;

    /// <summary>Symbols refer to versions by 15 bits, so no list of more is one that the loader can use.</summary>
    private const int MostVersions = 0x7fff;
    private const int LongestName = 4096;

    private readonly byte[] bytes;
    private readonly List<Section> sections = [];

    /// <summary>Reads the table of sections.</summary>
    /// <param name="bytes">The whole file; kept, not copied.</param>
    /// <exception cref="InvalidDataException">They are not such a file.</exception>
    public ElfFile(byte[] bytes)
    {
        this.bytes = bytes;
        if (!bytes.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("it is not a 64-bit little-endian ELF file");
        }

        var (size, count) = (Number16(0x3A), Number16(0x3C));
        if (size != SectionSize || count == 0)
        {
            throw new InvalidDataException("it has no table of sections of 64-bit ELF");
        }

        var at = Place(Number64(0x28));
        for (var index = 0; index < count; index++, at += SectionSize)
        {
            sections.Add(new(Number32(at + 4), Number64(at + 24), Number64(at + 32), Number32(at + 40)));
        }
    }

    /// <summary>The versions that the file needs, of all libraries.</summary>
    /// <exception cref="InvalidDataException">The list of them is damaged.</exception>
    public IReadOnlyList<VersionRequirement> Requirements()
    {
        var requirements = new List<VersionRequirement>();
        if (sections.All(section => section.Type != NeededVersions))
        {
            return requirements;
        }

        // A list of libraries, each with a list of versions. An entry says how many bytes after its start the next one lies; 0 ends a list.
        var list = Only(NeededVersions);
        var library = Place(list.Offset);
        for (long toNext = -1; toNext != 0; library += toNext)
        {
            var version = library + Number32(library + 8);
            for (int left = Number16(library + 2); left > 0; left--)
            {
                if (requirements.Count == MostVersions)
                {
                    throw new InvalidDataException("its list of needed versions does not end");
                }

                requirements.Add(
                    new(Text(list.Link, Number32(version + 8)), Index: Number16(version + 6), FlagsOffset: version + 4)
                );
                version += Number32(version + 12);
            }

            toNext = Number32(library + 12);
        }

        return requirements;
    }

    /// <summary>The names of the symbols that the file takes from some of the versions that it needs.</summary>
    /// <exception cref="InvalidDataException">The tables of symbols are damaged; thrown while they are gone through.</exception>
    public IEnumerable<string> SymbolsOf(IEnumerable<VersionRequirement> requirements)
    {
        var wanted = requirements.Select(requirement => (int)requirement.Index).ToHashSet();
        var symbols = Only(DynamicSymbols);
        var (names, versions) = (Place(symbols.Offset), Place(Only(VersionsOfSymbols).Offset));
        var count = Place(symbols.Size) / SymbolSize;
        for (long index = 0; index < count; index++)
        {
            // The 16th bit says that the symbol is hidden.
            if (wanted.Contains(Number16(versions + (2 * index)) & 0x7fff))
            {
                yield return Text(symbols.Link, Number32(names + (SymbolSize * index)));
            }
        }
    }

    private Section Only(uint type) =>
        sections.Where(section => section.Type == type).Take(2).ToList() is [var section]
            ? section
            : throw new InvalidDataException($"it does not have exactly one section of the type 0x{type:x}");

    private string Text(uint section, uint offset)
    {
        if (section >= sections.Count || sections[(int)section].Type != Strings)
        {
            throw new InvalidDataException("a name in it is in no table of strings");
        }

        var start = Place(sections[(int)section].Offset) + offset;
        Require(start, 1);
        var text = bytes.AsSpan((int)start, (int)Math.Min(LongestName, bytes.Length - start));
        var length = text.IndexOf((byte)0);
        return length >= 0
            ? Encoding.Latin1.GetString(text[..length])
            : throw new InvalidDataException("a name in it does not end");
    }

    private ushort Number16(long at) => BinaryPrimitives.ReadUInt16LittleEndian(Require(at, 2));

    private uint Number32(long at) => BinaryPrimitives.ReadUInt32LittleEndian(Require(at, 4));

    private ulong Number64(long at) => BinaryPrimitives.ReadUInt64LittleEndian(Require(at, 8));

    private ReadOnlySpan<byte> Require(long at, int length) =>
        at <= bytes.Length - length
            ? bytes.AsSpan((int)at, length)
            : throw new InvalidDataException("it ends before what its headers announce");

    /// <summary>Offsets and sizes have 64 bits; once they are known to lie in the file, sums of them cannot overflow.</summary>
    private long Place(ulong offset) =>
        offset <= (ulong)bytes.Length ? (long)offset : throw new InvalidDataException("it points outside of itself");

    private readonly record struct Section(uint Type, ulong Offset, ulong Size, uint Link);
}
