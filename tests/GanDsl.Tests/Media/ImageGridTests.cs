using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class ImageGridTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Places_images_in_reading_order_with_padding()
    {
        // Three images 1 high and 2 wide, in two columns, one pixel apart.
        using var images = tensor(new float[] { 10, 20, 30, 40, 50, 60 }, [3, 1, 1, 2]).div_(255f);

        var picture = Saved(images, ValueRange.ZeroToOne, columns: 2, padding: 1);

        Assert.Equal((7, 5, 1), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal(
            [
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                10,
                20,
                0,
                30,
                40,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                50,
                60,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
            ],
            picture.Pixels
        );
    }

    [Fact]
    public void The_bytes_of_a_picture_are_those_of_its_file()
    {
        using var images = rand(3, 3, 4, 5);
        ImageGrid.Save(folder["grid.png"], images, ValueRange.ZeroToOne, columns: 2, padding: 1);

        Assert.Equal(
            File.ReadAllBytes(folder["grid.png"]),
            ImageGrid.ToPng(images, ValueRange.ZeroToOne, columns: 2, padding: 1)
        );
        Assert.Contains("[3, 4, 5]", Assert.Throws<GanException>(() => ImageGrid.ToPng(images[0])).Message);
    }

    [Fact]
    public void Interleaves_the_channels_of_colour_images()
    {
        using var images = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [1, 3, 1, 2]).div_(255f);

        var picture = Saved(images, ValueRange.ZeroToOne, padding: 0);

        Assert.Equal((2, 1, 3), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal([1, 3, 5, 2, 4, 6], picture.Pixels);
    }

    [Theory]
    [InlineData(1, null, 1, 1)]
    [InlineData(2, null, 2, 1)]
    [InlineData(5, null, 3, 2)]
    [InlineData(64, null, 8, 8)]
    [InlineData(3, 10, 3, 1)]
    [InlineData(3, 1, 1, 3)]
    public void Chooses_columns_and_rows(int count, int? given, int columns, int rows)
    {
        using var images = zeros(count, 1, 2, 3);

        var picture = Saved(images, ValueRange.ZeroToOne, given, padding: 0);

        Assert.Equal((3 * columns, 2 * rows), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(ValueRange.MinusOneToOne, new byte[] { 0, 0, 64, 128, 191, 255, 255, 0, 255 })]
    [InlineData(ValueRange.ZeroToOne, new byte[] { 0, 0, 0, 0, 128, 255, 255, 0, 255 })]
    [InlineData(ValueRange.Unbounded, new byte[] { 0, 64, 96, 128, 159, 191, 255, 0, 255 })]
    public void Scales_the_range_to_bytes_and_clamps(ValueRange range, byte[] expected)
    {
        float[] values = [-2, -1, -0.5f, 0, 0.5f, 1, 2, float.NaN, float.PositiveInfinity];
        using var images = tensor(values, [1, 1, 1, values.Length]);

        // 255 * (0.5 + v/2), 255 * v and 255 * (v + 2) / 4, rounded.
        Assert.Equal(expected, Saved(images, range, padding: 0).Pixels);
    }

    [Fact]
    public void An_even_image_of_unbounded_values_is_black()
    {
        using var images = full([1, 1, 1, 3], 7f);

        Assert.Equal([0, 0, 0], Saved(images, ValueRange.Unbounded, padding: 0).Pixels);
    }

    [Theory]
    [InlineData(ValueRange.MinusOneToOne)]
    [InlineData(ValueRange.ZeroToOne)]
    public void Every_byte_comes_back(ValueRange range)
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        using var data = new ByteImageDataset(bytes, 1, 16, 16, range);
        using var images = data.Read([0]);

        Assert.Equal(bytes, Saved(images, range, padding: 0).Pixels);
    }

    [Fact]
    public void Takes_tensors_that_need_a_gradient_have_other_types_or_are_views()
    {
        using var source = tensor(new double[] { 0, 1, 0.2, 0.4 }, [1, 1, 2, 2], null, null, true);
        using var transposed = source.transpose(2, 3);

        Assert.Equal([0, 51, 255, 102], Saved(transposed, ValueRange.ZeroToOne, padding: 0).Pixels);
    }

    [Theory]
    [InlineData("a.jpg", new byte[] { 0xFF, 0xD8, 0xFF })]
    [InlineData("a.JPEG", new byte[] { 0xFF, 0xD8, 0xFF })]
    [InlineData("a.webp", new byte[] { (byte)'R', (byte)'I', (byte)'F', (byte)'F' })]
    public void The_name_decides_on_the_format(string name, byte[] start)
    {
        using var images = zeros(1, 3, 8, 8);

        ImageGrid.Save(folder[name], images);

        Assert.Equal(start, File.ReadAllBytes(folder[name])[..start.Length]);
    }

    [Theory]
    [InlineData("a.bmp")]
    [InlineData("a")]
    [InlineData("png")]
    public void Refuses_a_name_that_is_none_of_a_picture(string name)
    {
        using var images = zeros(1, 1, 2, 2);

        var message = Assert.Throws<GanException>(() => ImageGrid.Save(folder[name], images)).Message;

        Assert.Contains(".png, .jpg, .jpeg or .webp", message);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Refuses_a_picture_that_its_format_does_not_hold()
    {
        using var images = zeros(1, 1, 1, 20_000);

        var message = Assert.Throws<GanException>(() => ImageGrid.Save(folder["a.webp"], images)).Message;

        Assert.Contains("20004 x 5 pixels cannot be written as '.webp'", message);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Refuses_other_numbers_of_channels(long channels)
    {
        using var images = zeros(1, channels, 2, 2);

        var message = Assert.Throws<GanException>(() => ImageGrid.Save(folder["a.png"], images)).Message;

        Assert.Contains($"but these have {channels}", message);
    }

    [Fact]
    public void Refuses_what_is_no_batch_of_images()
    {
        using var flat = zeros(2, 784);
        using var none = zeros(0, 1, 2, 2);
        using var one = zeros(1, 1, 2, 2);

        Assert.Contains("[2, 784]", Assert.Throws<GanException>(() => ImageGrid.Save(folder["a.png"], flat)).Message);
        Assert.Throws<GanException>(() => ImageGrid.Save(folder["a.png"], none));
        Assert.Contains(
            "too large",
            Assert.Throws<GanException>(() => ImageGrid.Save(folder["a.png"], one, padding: int.MaxValue)).Message
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageGrid.Save(folder["a.png"], one, columns: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageGrid.Save(folder["a.png"], one, padding: -1));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Leaves_no_tensor_behind()
    {
        using var images = zeros(4, 1, 2, 2);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 10; i++)
        {
            ImageGrid.Save(folder["a.png"], images);
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private PngDecoder Saved(Tensor images, ValueRange range, int? columns = null, int padding = 2)
    {
        ImageGrid.Save(folder["grid.png"], images, range, columns, padding);
        return PngDecoder.Read(folder["grid.png"]);
    }
}
