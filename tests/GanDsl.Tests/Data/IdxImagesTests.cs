using TorchSharp;

namespace GanDsl.Tests;

public sealed class IdxImagesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("train-images-idx3-ubyte", false)]
    [InlineData("train-images-idx3-ubyte.gz", true)]
    [InlineData("compressed without saying so", true)]
    [InlineData("not compressed although it says so.gz", false)]
    public void Reads_plain_and_compressed_files_by_their_content(string name, bool compress)
    {
        var content = IdxBytes.Images(3, 2, 5, first: 7);
        var path = folder.Add(name, compress ? IdxBytes.Gzip(content) : content);

        using var images = IdxImages.Open(path);

        Assert.Equal(3, images.Count);
        Assert.Equal([1L, 2, 5], images.ExampleShape);
        Assert.Equal(ValueRange.MinusOneToOne, images.Range);
        Assert.Equal($"'{path}'", images.Description);
        Assert.Equal(Enumerable.Range(17, 10).Select(value => (byte)value), images.Bytes(1).ToArray());
    }

    [Fact]
    public void Reads_files_larger_than_its_first_buffer()
    {
        var content = IdxBytes.Images(20, 1000, 1000);

        using var images = IdxImages.Open(folder.Add("large", content));

        Assert.Equal(20, images.Count);
        Assert.True(images.Bytes(19).SequenceEqual(content.AsSpan(16 + 19_000_000)));
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-images-idx3-ubyte.gz")]
    [InlineData("train-images.idx3-ubyte")]
    [InlineData("train-images.idx3-ubyte.gz")]
    [InlineData("t10k-images-idx3-ubyte")]
    [InlineData("t10k-images.idx3-ubyte.gz")]
    public void Finds_each_usual_name_in_a_folder(string name)
    {
        folder.Add(name, IdxBytes.Images(1, 1, 1));

        using var images = IdxImages.Open(folder.FullName, ValueRange.ZeroToOne);

        Assert.Equal($"'{folder[name]}'", images.Description);
        Assert.Equal(ValueRange.ZeroToOne, images.Range);
    }

    [Fact]
    public void Prefers_the_training_set()
    {
        folder.Add("t10k-images-idx3-ubyte", IdxBytes.Images(1, 1, 1));
        folder.Add("train-images.idx3-ubyte.gz", IdxBytes.Images(2, 1, 1));

        using var images = IdxImages.Open(folder.FullName);

        Assert.Equal(2, images.Count);
    }

    [Fact]
    public void A_missing_path_is_named()
    {
        var message = Refusal(folder["nowhere"]);

        Assert.Contains($"no file or folder '{folder["nowhere"]}'", message);
    }

    [Fact]
    public void An_empty_folder_is_told_what_was_looked_for()
    {
        var message = Refusal(folder.FullName);

        Assert.Contains(folder.FullName, message);
        Assert.Contains("train-images-idx3-ubyte, train-images.idx3-ubyte, train-images-idx3-ubyte.gz", message);
        Assert.Contains("t10k-images-idx3-ubyte", message);
    }

    [Fact]
    public void A_file_of_labels_is_recognised()
    {
        var message = Refusal(folder.Add("labels", IdxBytes.Labels(1, 2, 3)));

        Assert.Contains("0x00000801, unsigned bytes in 1 dimension, as labels are kept", message);
        Assert.Contains("0x00000803, unsigned bytes in 3 dimensions, as images are kept", message);
    }

    [Fact]
    public void Other_types_are_named()
    {
        var message = Refusal(folder.Add("floats", IdxBytes.Header(0x0D03, 1, 1, 1)));

        Assert.Contains("0x00000D03, 32-bit floating-point numbers in 3 dimensions", message);
    }

    [Fact]
    public void A_file_of_another_kind_is_no_idx_file()
    {
        var message = Refusal(folder.Add("picture.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]));

        Assert.Contains("0x89504E47, which is not the start of an IDX file", message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(15)]
    public void A_cut_off_header_is_reported(int length)
    {
        var message = Refusal(folder.Add("header", IdxBytes.Images(1, 1, 1)[..length]));

        Assert.Contains($"ends after {length} bytes, inside its header of 16 bytes", message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cut_off_images_are_counted(bool compress)
    {
        var content = IdxBytes.Images(3, 4, 5)[..^7];

        var message = Refusal(folder.Add("short", compress ? IdxBytes.Gzip(content) : content));

        Assert.Contains("declares 3 x 4 x 5 images, 60 bytes, but has 53", message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bytes_after_the_images_are_reported(bool compress)
    {
        byte[] content = [.. IdxBytes.Images(3, 4, 5), 0];

        var message = Refusal(folder.Add("long", compress ? IdxBytes.Gzip(content) : content));

        Assert.Contains("goes on after the 60 bytes of the 3 x 4 x 5 images", message);
    }

    [Theory]
    [InlineData(0, 28, 28)]
    [InlineData(10, 0, 28)]
    [InlineData(10, 28, 0)]
    public void A_file_without_images_is_refused(uint count, uint height, uint width)
    {
        var message = Refusal(folder.Add("none", IdxBytes.Header(0x803, count, height, width)));

        Assert.Contains($"declares {count} x {height} x {width} images, so it holds none", message);
    }

    [Fact]
    public void Sizes_beyond_every_integer_are_refused_before_memory_is_asked_for()
    {
        var header = IdxBytes.Header(0x803, uint.MaxValue, uint.MaxValue, uint.MaxValue);

        var message = Refusal(folder.Add("huge", header));

        Assert.Contains("79228162458924105385300197375 bytes", message);
        Assert.Contains("header is damaged", message);
    }

    [Fact]
    public void A_large_size_in_a_small_file_costs_little_memory()
    {
        var path = folder.Add("lying", IdxBytes.Gzip(IdxBytes.Header(0x803, 60_000, 180, 180)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var message = Refusal(path);

        Assert.Contains("1944000000 bytes, but has 0", message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Fact]
    public void A_damaged_gzip_file_is_reported()
    {
        var content = IdxBytes.Gzip(IdxBytes.Images(30, 28, 28));
        content[content.Length / 2] ^= 0xFF;
        content[^6] ^= 0xFF; // inside the checksum, in case the damage above decodes

        var message = Refusal(folder.Add("damaged.gz", content));

        Assert.Contains("cannot be decompressed", message);
    }

    [Fact]
    public void A_cut_off_gzip_file_is_reported()
    {
        var content = IdxBytes.Gzip(IdxBytes.Images(30, 28, 28));

        var message = Refusal(folder.Add("cut.gz", content[..(content.Length / 2)]));

        Assert.Contains("cut off", message);
    }

    [Fact]
    public void A_pixel_arrives_in_the_tensor()
    {
        using var images = IdxImages.Open(folder.Add("one", [.. IdxBytes.Header(0x803, 1, 1, 2), 0, 255]));

        using var batch = images.Read([0]);

        Assert.Equal([1L, 1, 1, 2], batch.shape);
        Assert.Equal([-1f, 1f], batch.data<float>().ToArray());
    }

    private static string Refusal(string path) => Assert.Throws<GanException>(() => IdxImages.Open(path)).Message;
}
