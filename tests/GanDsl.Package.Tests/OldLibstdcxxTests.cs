using System.Text;
using GanDsl.Build;
using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

public sealed class OldLibstdcxxTests
{
    private const string UncalledSymbol = "_ZSt21ios_base_library_initv";

    [Fact]
    public void Of_the_real_file_one_byte_changes()
    {
        var library = File.ReadAllBytes(Repository.Library);
        var original = (byte[])library.Clone();
        Assert.Equal(Repository.LibraryHash, Repository.HashOf(Repository.Library));

        Assert.True(OldLibstdcxx.Allow(library));

        // The lower byte of vna_flags of GLIBCXX_3.4.32 in the TorchSharp 0.107.0 of this hash, as 'readelf -V' shows it.
        Assert.Equal(
            [(0x3FA34, (byte)0, (byte)2)],
            Enumerable
                .Range(0, original.Length)
                .Where(at => original[at] != library[at])
                .Select(at => (at, original[at], library[at]))
        );
    }

    [Fact]
    public void A_second_time_nothing_changes()
    {
        var library = SyntheticElf.Write([(OldLibstdcxx.Version, [UncalledSymbol])]);
        Assert.True(OldLibstdcxx.Allow(library));
        var once = (byte[])library.Clone();

        Assert.False(OldLibstdcxx.Allow(library));
        Assert.Equal(once, library);
    }

    [Fact]
    public void Other_flags_and_other_versions_stay()
    {
        var library = SyntheticElf.Write([
            ("GLIBCXX_3.4.30", ["a"]),
            (OldLibstdcxx.Version, [UncalledSymbol]),
            ("GLIBCXX_3.4.29", ["b"]),
        ]);
        const int flags = SyntheticElf.Versions + 32 + 4;
        library[flags] = 0x01;
        library[flags + 1] = 0x80;
        var expected = (byte[])library.Clone();
        expected[flags] = 0x03;

        Assert.True(OldLibstdcxx.Allow(library));
        Assert.Equal(expected, library);
    }

    [Fact]
    public void A_file_that_does_not_ask_for_the_version_stays()
    {
        var library = SyntheticElf.Write([("GLIBCXX_3.4.3", ["a"]), ("GLIBCXX_3.4.321", ["b"])]);
        var original = (byte[])library.Clone();

        Assert.False(OldLibstdcxx.Allow(library));
        Assert.Equal(original, library);
    }

    [Fact]
    public void A_file_that_needs_more_of_the_version_is_refused_and_stays()
    {
        var library = SyntheticElf.Write([(OldLibstdcxx.Version, [UncalledSymbol, "_ZSt4cout"])]);
        var original = (byte[])library.Clone();

        var exception = Assert.Throws<InvalidDataException>(() => OldLibstdcxx.Allow(library));

        Assert.Equal("it really needs GLIBCXX_3.4.32, for the symbol _ZSt4cout", exception.Message);
        Assert.Equal(original, library);
    }

    [Theory]
    [InlineData("GLIBCXX_3.4.31\0GLIBCXX_3.4.32\0GLIBCXX_3.4.33\0", true)]
    [InlineData("GLIBCXX_3.4.30\0GLIBCXX_3.4.31\0", false)]
    [InlineData("GLIBCXX_3.4.321\0", false)]
    public void A_libstdcxx_has_the_version_where_it_names_it(string content, bool expected)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            expected,
            OldLibstdcxx.HasVersion(folder.Write("libstdc++.so.6", Encoding.ASCII.GetBytes(content)))
        );
    }

    [LinuxFact]
    public void The_libstdcxx_of_this_machine_is_found()
    {
        var path = OldLibstdcxx.OfThisMachine();

        Assert.StartsWith("libstdc++.so.6", Path.GetFileName(path), StringComparison.Ordinal);
        Assert.True(File.ReadAllBytes(path!).AsSpan().IndexOf("GLIBCXX_3.4.21\0"u8) >= 0);
    }
}
