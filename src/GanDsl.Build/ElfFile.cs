using System.Buffers.Binary;
using System.Text;

namespace GanDsl.Build;

/// <summary>
/// What the loader reads of a 64-bit little-endian ELF file about versions of symbols ("Linux Standard Base Core Specification", Symbol
/// Versioning).
/// </summary>
public sealed class ElfFile
{
    private const int Strings = 3; // SHT_STRTAB
    private const int DynamicSymbols = 11; // SHT_DYNSYM
    private const uint NeededVersions = 0x6ffffffe; // SHT_GNU_verneed
    private const uint VersionsOfSymbols = 0x6fffffff; // SHT_GNU_versym
    private const int SectionSize = 64;
    private const int SymbolSize = 24;

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

        var start = Number64(0x28);
        var (size, count) = (Number16(0x3A), Number16(0x3C));
        if (size != SectionSize)
        {
            throw new InvalidDataException("its table of sections is not one of 64-bit ELF");
        }

        for (var index = 0; index < count; index++)
        {
            var at = Place(start + ((ulong)index * SectionSize));
            sections.Add(
                new(
                    Type: Number32(at + 4),
                    Offset: Place(Number64(at + 24)),
                    Size: Place(Number64(at + 32)),
                    Link: (int)Number32(at + 40)
                )
            );
        }
    }

    /// <summary>The versions that the file needs, of all libraries.</summary>
    public IEnumerable<VersionRequirement> Requirements()
    {
        foreach (var section in sections.Where(section => section.Type == NeededVersions))
        {
            // A list of libraries, each with a list of versions; offsets are relative, and 0 ends a list.
            for (int library = section.Offset, toNext = -1; toNext != 0; library += toNext)
            {
                var version = library + (int)Number32(library + 8);
                for (int left = Number16(library + 2); left > 0; left--)
                {
                    yield return new(
                        Text(section.Link, Number32(version + 8)),
                        Index: Number16(version + 6),
                        FlagsOffset: version + 4
                    );
                    version += (int)Number32(version + 12);
                }

                toNext = Forward(Number32(library + 12));
            }
        }
    }

    /// <summary>The names of the symbols that the file takes from a version.</summary>
    public IEnumerable<string> SymbolsOf(VersionRequirement requirement)
    {
        var symbols = sections.Single(section => section.Type == DynamicSymbols);
        var versions = sections.Single(section => section.Type == VersionsOfSymbols);
        for (var index = 0; index < symbols.Size / SymbolSize; index++)
        {
            if ((Number16(versions.Offset + (2 * index)) & 0x7fff) == requirement.Index)
            {
                yield return Text(symbols.Link, Number32(symbols.Offset + (SymbolSize * index)));
            }
        }
    }

    private string Text(int section, uint offset)
    {
        if (section >= sections.Count || sections[section].Type != Strings)
        {
            throw new InvalidDataException("a name in it is in no table of strings");
        }

        var start = sections[section].Offset + Place(offset);
        Require(start, 1);
        var length = bytes.AsSpan(start).IndexOf((byte)0);
        return Encoding.ASCII.GetString(bytes, start, length < 0 ? bytes.Length - start : length);
    }

    private ushort Number16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Require(at, 2));

    private uint Number32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Require(at, 4));

    private ulong Number64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(Require(at, 8));

    private ReadOnlySpan<byte> Require(int at, int length) =>
        at >= 0 && at <= bytes.Length - length
            ? bytes.AsSpan(at, length)
            : throw new InvalidDataException("it ends before what its headers announce");

    private int Place(ulong offset) =>
        offset <= (ulong)bytes.Length ? (int)offset : throw new InvalidDataException("it points outside of itself");

    /// <summary>A step to the next entry of a list, which has to lead on: a list that bites its tail would never end.</summary>
    private int Forward(uint step) => Place(step);

    private readonly record struct Section(uint Type, int Offset, int Size, int Link);
}
