namespace GanDsl.Tests;

public sealed class PngFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 3, 1)]
    [InlineData(4, 7, 3)]
    [InlineData(300, 200, 3)]
    public void Is_read_back_as_it_was(int width, int height, int channels)
    {
        var pixels = new byte[width * height * channels];
        new Random(1).NextBytes(pixels);

        PngFile.Write(folder["picture.png"], pixels, width, height, channels);

        PngDecoder picture = PngDecoder.Read(folder["picture.png"]);
        Assert.Equal((width, height, channels), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal(pixels, picture.Pixels);
    }

    [Fact]
    public void Ends_with_the_bytes_that_end_every_png()
    {
        PngFile.Write(folder["picture.png"], [0], 1, 1, 1);

        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(File.ReadAllBytes(folder["picture.png"])[^12..]));
    }

    [Fact]
    public void The_checksum_is_the_published_one() => Assert.Equal(0xCBF43926, Crc32.Of("1234"u8, "56789"u8));

    [Fact]
    public void Refuses_sizes_that_do_not_match_the_bytes()
    {
        string path = folder["picture.png"];

        Assert.Throws<ArgumentOutOfRangeException>(() => PngFile.Write(path, [], 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PngFile.Write(path, [], 1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PngFile.Write(path, new byte[2], 1, 1, 2));
        Assert.Throws<ArgumentNullException>(() => PngFile.Write(path, null!, 1, 1, 1));
        string message = Assert.Throws<ArgumentException>(() => PngFile.Write(path, new byte[5], 2, 2, 1)).Message;
        Assert.Contains("2 wide and 2 high with 1 channels needs 4 bytes, but 5 were given", message);
        Assert.Empty(folder.Files);
    }
}
