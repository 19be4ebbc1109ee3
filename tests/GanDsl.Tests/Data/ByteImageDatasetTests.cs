using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class ByteImageDatasetTests
{
    [Fact]
    public void Scales_to_minus_one_to_one()
    {
        var values = Scaled([0, 127, 128, 255], ValueRange.MinusOneToOne);

        Assert.Equal([-1f, -1f / 255f, 1f / 255f, 1f], values);
    }

    [Fact]
    public void Scales_to_zero_to_one()
    {
        var values = Scaled([0, 127, 128, 255], ValueRange.ZeroToOne);

        Assert.Equal([0f, 127f / 255f, 128f / 255f, 1f], values);
    }

    // Every length up to one past four 512-bit registers: the vector loop, the rest and both.
    [Fact]
    public void Scales_every_byte_at_every_place_as_arithmetic_does()
    {
        for (var length = 1; length <= 257; length++)
        {
            byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)(255 - i + length))];

            Assert.Equal(bytes.Select(b => (float)(b / 127.5m - 1)), Scaled(bytes, ValueRange.MinusOneToOne));
            Assert.Equal(bytes.Select(b => (float)(b / 255m)), Scaled(bytes, ValueRange.ZeroToOne));
        }
    }

    [Fact]
    public void Reads_the_examples_asked_for_in_the_order_asked_for()
    {
        using var images = new ByteImageDataset([0, 51, 102, 153, 204, 255], 1, 1, 2, ValueRange.ZeroToOne);

        using var batch = images.Read([2, 0, 2]);

        Assert.Equal(ScalarType.Float32, batch.dtype);
        Assert.Equal(DeviceType.CPU, batch.device_type);
        Assert.Equal([3L, 1, 1, 2], batch.shape);
        Assert.Equal([0.8f, 1f, 0f, 0.2f, 0.8f, 1f], batch.data<float>().ToArray());
    }

    [Fact]
    public void Takes_the_first_examples()
    {
        using var images = new ByteImageDataset([0, 1, 2, 3, 4, 5], 1, 1, 2, description: "test images");

        using var two = images.Take(2);
        using var one = two.Take(1);

        Assert.Equal((2, 1), (two.Count, one.Count));
        Assert.Equal("test images", one.Description);
        Assert.Throws<ArgumentOutOfRangeException>(() => two.Read([2]));
        using var batch = two.Read([1]);
        Assert.Equal([2f / 127.5f - 1, 3f / 127.5f - 1], batch.data<float>().ToArray(), new Within(1e-6f));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-1)]
    public void Refuses_to_take_what_is_not_there(int count)
    {
        using var images = new ByteImageDataset([1, 2, 3], 1, 1, 1, description: "test images");

        var message = Assert.Throws<GanException>(() => images.Take(count)).Message;

        Assert.Equal($"Cannot take {count} examples of test images, as there are 3: ask for 1 to 3.", message);
    }

    [Fact]
    public void Refuses_no_bytes_and_bytes_that_end_inside_an_image()
    {
        Assert.Contains(
            "no examples in test images",
            Assert.Throws<GanException>(() => new ByteImageDataset([], 1, 2, 2, description: "test images")).Message
        );
        Assert.Contains(
            "Images [1, 2, 2] have 4 bytes each, but test images have 7 bytes",
            Assert
                .Throws<GanException>(() => new ByteImageDataset(new byte[7], 1, 2, 2, description: "test images"))
                .Message
        );
    }

    [Fact]
    public void Refuses_sizes_that_are_none_and_the_range_without_a_scale()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ByteImageDataset([1], 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ByteImageDataset([1], 1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ByteImageDataset([1], 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ByteImageDataset([1], 1, 1, 1, ValueRange.Unbounded));
        Assert.Throws<ArgumentNullException>(() => new ByteImageDataset(null!, 1, 1, 1));
    }

    [Fact]
    public void Sizes_whose_product_overflows_an_int_are_compared_as_they_are()
    {
        Assert.Contains(
            "have 4294967296 bytes each",
            Assert.Throws<GanException>(() => new ByteImageDataset([1], 1, 65536, 65536)).Message
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Refuses_examples_that_are_not_there(int index)
    {
        using var images = new ByteImageDataset([1, 2], 1, 1, 1, description: "test images");

        var message = Assert.Throws<ArgumentOutOfRangeException>(() => images.Read([0, index])).Message;

        Assert.Contains($"test images has the examples 0 to 1, but example {index} was asked for", message);
        Assert.Throws<ArgumentException>(() => images.Read([]));
    }

    [Fact]
    public void Leaves_no_tensor_behind()
    {
        using var images = new ByteImageDataset(new byte[100], 1, 2, 5);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (var i = 0; i < 50; i++)
        {
            images.Read([i % 10, 3]).Dispose();
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static float[] Scaled(byte[] bytes, ValueRange range)
    {
        using var images = new ByteImageDataset(bytes, 1, 1, bytes.Length, range);
        using var batch = images.Read([0]);
        return batch.data<float>().ToArray();
    }
}
