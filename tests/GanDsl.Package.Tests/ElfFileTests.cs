using GanDsl.Build;
using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

public sealed class ElfFileTests
{
    [Fact]
    public void Versions_of_all_libraries_are_read_with_the_place_of_their_flags()
    {
        var elf = new ElfFile(
            SyntheticElf.Write([("GLIBC_2.34", ["memcpy"])], [("GLIBCXX_3.4", ["_Znwm", "_ZdlPv"]), ("CXXABI_1.3", [])])
        );

        // Entries have 16 bytes each, flags stand 4 bytes after the start of one.
        const int start = SyntheticElf.Versions;
        Assert.Equal(
            [
                new("GLIBC_2.34", Index: 2, FlagsOffset: start + 16 + 4),
                new("GLIBCXX_3.4", Index: 3, FlagsOffset: start + 48 + 4),
                new VersionRequirement("CXXABI_1.3", Index: 4, FlagsOffset: start + 64 + 4),
            ],
            elf.Requirements()
        );
    }

    [Fact]
    public void Symbols_are_those_of_the_asked_versions_hidden_or_not()
    {
        var elf = new ElfFile(SyntheticElf.Write([("A", ["a1", "a2"]), ("B", ["b"]), ("C", ["c"])]));
        var (a, b, c) = elf.Requirements() switch
        {
            [var first, var second, var third] => (first, second, third),
            _ => default,
        };

        Assert.Equal(["a1", "a2"], elf.SymbolsOf([a]));
        Assert.Equal(["b", "c"], elf.SymbolsOf([b, c]));
        Assert.Empty(elf.SymbolsOf([]));
    }

    [Fact]
    public void A_file_without_needed_versions_needs_none()
    {
        var bytes = SyntheticElf.Write([("A", [])]);
        bytes[SyntheticElf.Sections + 64 + 4] = 7; // SHT_NOTE in the place of SHT_GNU_verneed
        bytes.AsSpan(SyntheticElf.Sections + 64 + 5, 3).Clear();

        Assert.Empty(new ElfFile(bytes).Requirements());
    }

    [Fact]
    public void A_section_without_content_may_be_larger_than_the_file()
    {
        // As .bss, which is nothing but memory at run time.
        var bytes = SyntheticElf.Write([("A", [])]);
        bytes[SyntheticElf.Sections + 4] = 8; // SHT_NOBITS
        BitConverter.TryWriteBytes(bytes.AsSpan(SyntheticElf.Sections + 32), ulong.MaxValue);

        Assert.Equal("A", Assert.Single(new ElfFile(bytes).Requirements()).Version);
    }

    [Theory]
    [InlineData(4, 1, "it is not a 64-bit little-endian ELF file")] // 32 bits
    [InlineData(5, 2, "it is not a 64-bit little-endian ELF file")] // big-endian
    [InlineData(0x3A, 40, "it has no table of sections of 64-bit ELF")]
    [InlineData(0x3C, 0, "it has no table of sections of 64-bit ELF")]
    [InlineData(0x3C, 250, "it ends before what its headers announce")]
    [InlineData(0x2F, 0x80, "it points outside of itself")] // the highest byte of where the table of sections starts
    public void What_is_damaged_in_the_header_is_said(int at, byte value, string sentence)
    {
        var bytes = SyntheticElf.Write([("A", ["a"])]);
        bytes[at] = value;

        Assert.Equal(sentence, Assert.Throws<InvalidDataException>(() => new ElfFile(bytes)).Message);
    }

    [Fact]
    public void A_file_may_be_cut_anywhere()
    {
        var bytes = SyntheticElf.Write([("GLIBC_2.34", ["memcpy"])], [("GLIBCXX_3.4", ["_Znwm"])]);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => ReadAll(bytes[..length]));
        }

        ReadAll(bytes);
    }

    [Fact]
    public void A_list_that_bites_its_tail_ends()
    {
        // A version that is followed by itself, 65,535 times.
        var bytes = SyntheticElf.Write([("A", ["a"])]);
        BitConverter.TryWriteBytes(bytes.AsSpan(SyntheticElf.Versions + 2), ushort.MaxValue);

        var exception = Assert.Throws<InvalidDataException>(() => new ElfFile(bytes).Requirements());
        Assert.Equal("its list of needed versions does not end", exception.Message);
    }

    [Fact]
    public void A_name_without_an_end_is_refused()
    {
        var bytes = SyntheticElf.Write([("A", ["a"])]);
        byte[] padded = [.. bytes, .. Enumerable.Repeat((byte)'x', 5000)];
        BitConverter.TryWriteBytes(padded.AsSpan(SyntheticElf.Versions + 16 + 8), bytes.Length - StringsOffset(bytes));

        var exception = Assert.Throws<InvalidDataException>(() => new ElfFile(padded).Requirements());
        Assert.Equal("a name in it does not end", exception.Message);
    }

    private static int StringsOffset(byte[] bytes) =>
        (int)BitConverter.ToUInt64(bytes, SyntheticElf.Sections + (2 * 64) + 24);

    private static void ReadAll(byte[] bytes)
    {
        var elf = new ElfFile(bytes);
        _ = elf.SymbolsOf(elf.Requirements()).Count();
    }
}
