using System.Buffers.Binary;
using SkiaSharp;

namespace GanDsl.Tests.Media;

/// <summary>Pictures of a folder as examples, held against files whose every byte is written here.</summary>
public sealed class ImageFolderTests : IDisposable
{
    private string PackPath => PathOf("pictures.pack");

    private ImageFolder Packed(int channels, int height, int width, ImageFolderOptions? options = null) =>
        new(folder.FullName, channels, height, width, (options ?? new()) with { PackedFile = PackPath });

    private const int Side = 4;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gandsl-pictures-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_picture_of_the_wanted_size_keeps_its_pixels()
    {
        var pixels = Gradient(Side, Side);
        WriteBitmap("a.bmp", pixels);

        using var data = new ImageFolder(folder.FullName, 3, Side, Side, new() { Range = ValueRange.ZeroToOne });

        Assert.Equal(1, data.Count);
        Assert.Equal([3, Side, Side], data.ExampleShape);
        Assert.Equal(Planes(pixels), BytesOf(data, 0));
    }

    [Fact]
    public void Colours_become_grey_by_their_brightness_and_grey_becomes_colours()
    {
        var pixels = Gradient(Side, Side);
        WriteBitmap("a.bmp", pixels);
        using var grey = new ImageFolder(folder.FullName, 1, Side, Side);

        // ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B.
        var expected = pixels.Select(pixel => (0.299 * pixel.R) + (0.587 * pixel.G) + (0.114 * pixel.B));
        Assert.All(expected.Zip(BytesOf(grey, 0)), pair => Assert.InRange(pair.Second - pair.First, -0.51, 0.51));

        File.Delete(PathOf("a.bmp"));
        WriteGrey("b.png", [10, 200, 30, 40], 2, 2);
        using var colours = new ImageFolder(folder.FullName, 3, 2, 2);
        Assert.Equal([10, 200, 30, 40, 10, 200, 30, 40, 10, 200, 30, 40], BytesOf(colours, 0));
    }

    [Fact]
    public void A_wide_picture_is_cut_at_both_sides_alike()
    {
        var pixels = Gradient(12, Side);
        WriteBitmap("wide.bmp", pixels, width: 12);
        using var data = new ImageFolder(folder.FullName, 3, Side, Side);

        var middle = Enumerable.Range(0, Side).SelectMany(y => pixels.Skip((y * 12) + 4).Take(4)).ToArray();
        Assert.Equal(Planes(middle), BytesOf(data, 0));
    }

    [Fact]
    public void A_high_picture_is_cut_above_and_below_alike()
    {
        var pixels = Gradient(Side, 12);
        WriteBitmap("high.bmp", pixels, width: Side);
        using var data = new ImageFolder(folder.FullName, 3, Side, Side);

        Assert.Equal(Planes([.. pixels.Skip(4 * Side).Take(4 * Side)]), BytesOf(data, 0));
    }

    [Fact]
    public void A_large_picture_is_made_smaller_by_means_of_its_pixels()
    {
        // Blocks of 8 x 8 pixels, half black and half white in each: all of it is grey.
        var pixels = Enumerable.Range(0, 32 * 32).Select(i => Grey(i % 2 == 0 ? 0 : 255)).ToArray();
        WriteBitmap("large.bmp", pixels, width: 32);
        using var data = new ImageFolder(folder.FullName, 1, Side, Side);

        Assert.All(BytesOf(data, 0), value => Assert.InRange(value, 126, 129));
    }

    /// <summary>Of each block of 8 x 8 pixels the four columns in the middle are white: who looks at the middle alone sees no black.</summary>
    [Fact]
    public void A_picture_made_smaller_takes_all_of_its_pixels()
    {
        var pixels = Enumerable.Range(0, 32 * 32).Select(i => Grey(i % 8 is >= 2 and < 6 ? 255 : 0)).ToArray();
        WriteBitmap("large.bmp", pixels, width: 32);
        using var data = new ImageFolder(folder.FullName, 1, Side, Side);

        Assert.All(BytesOf(data, 0), value => Assert.InRange(value, 126, 129));
    }

    /// <summary>By the cubic of Mitchell and Netravali (1988) with B = C = 1/3, whose border goes on as its last pixel.</summary>
    [Fact]
    public void A_small_picture_is_drawn_out_by_a_cubic()
    {
        int[] columns = [0, 255, 60, 120];
        WriteBitmap("small.bmp", [.. Enumerable.Range(0, 16).Select(i => Grey(columns[i % 4]))]);
        using var data = new ImageFolder(folder.FullName, 1, 16, 16);

        var row = Enumerable
            .Range(0, 16)
            .Select(x =>
            {
                var place = ((x + 0.5) / 4) - 0.5;
                return Enumerable
                    .Range(-2, 8)
                    .Sum(column => columns[Math.Clamp(column, 0, 3)] * Mitchell(Math.Abs(place - column)));
            })
            .ToArray();
        Assert.All(
            BytesOf(data, 0).Select((value, i) => value - Math.Clamp(row[i % 16], 0, 255)),
            difference => Assert.InRange(difference, -2, 2)
        );

        static double Mitchell(double x) =>
            x < 1 ? ((7 * x * x * x) - (12 * x * x) + (16 / 3.0)) / 6
            : x < 2 ? ((-7 / 3.0 * x * x * x) + (12 * x * x) - (20 * x) + (32 / 3.0)) / 6
            : 0;
    }

    [Fact]
    public void Transparent_pixels_show_the_background()
    {
        using (var bitmap = new SKBitmap(2, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul))
        {
            bitmap.SetPixel(0, 0, new SKColor(200, 100, 50, 0));
            bitmap.SetPixel(1, 0, new SKColor(200, 100, 50, 255));
            Write("a.png", bitmap, SKEncodedImageFormat.Png);
        }

        using var white = new ImageFolder(folder.FullName, 3, 1, 2);
        using var blue = new ImageFolder(folder.FullName, 3, 1, 2, new() { Background = (0, 0, 255) });

        Assert.Equal([255, 200, 255, 100, 255, 50], BytesOf(white, 0));
        Assert.Equal([0, 200, 0, 100, 255, 50], BytesOf(blue, 0));
    }

    [Theory]
    [InlineData(1, "0123")]
    [InlineData(2, "1032")]
    [InlineData(3, "3210")]
    [InlineData(4, "2301")]
    [InlineData(5, "0213")]
    [InlineData(6, "2031")]
    [InlineData(7, "3120")]
    [InlineData(8, "1302")]
    public void A_picture_is_turned_upright_as_its_file_says(int orientation, string quarters)
    {
        // Four quarters of different brightness: 0 and 1 above, 2 and 3 below.
        byte[] brightness = [20, 90, 160, 230];
        WriteJpeg("a.jpg", brightness, orientation);
        using var data = new ImageFolder(folder.FullName, 1, 2, 2);

        var upright = BytesOf(data, 0);

        var expected = quarters.Select(quarter => brightness[quarter - '0']);
        Assert.All(expected.Zip(upright), pair => Assert.InRange(pair.Second - pair.First, -12, 12));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "JPG")]
    [InlineData(SKEncodedImageFormat.Webp, "webp")]
    public void Each_format_is_read_whatever_the_case_of_its_name(SKEncodedImageFormat format, string extension)
    {
        using (var bitmap = new SKBitmap(8, 8, SKColorType.Rgba8888, SKAlphaType.Opaque))
        {
            bitmap.Erase(new SKColor(60, 120, 180));
            Write($"a.{extension}", bitmap, format);
        }

        using var data = new ImageFolder(folder.FullName, 3, 1, 1);

        Assert.All(BytesOf(data, 0).Zip([60, 120, 180]), pair => Assert.InRange(pair.First - pair.Second, -4, 4));
    }

    [Fact]
    public void Of_a_GIF_the_first_frame_counts()
    {
        // 1 x 1 pixel, two frames: white, then black.
        byte[] header = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0];
        byte[] Frame(byte colour) => [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, (byte)(0x44 | (colour << 3)), 1, 0];
        File.WriteAllBytes(PathOf("a.gif"), [.. header, .. Frame(0), .. Frame(1), 0x3B]);
        using var data = new ImageFolder(folder.FullName, 3, 1, 1);

        Assert.Equal([255, 255, 255], BytesOf(data, 0));
    }

    [Fact]
    public void Mirrored_pictures_follow_the_others()
    {
        WriteGrey("a.png", [1, 2, 3, 4], 2, 2);
        WriteGrey("b.png", [5, 6, 7, 8], 2, 2);
        using var data = new ImageFolder(folder.FullName, 1, 2, 2, new() { Mirrored = true });

        Assert.Equal(4, data.Count);
        Assert.Equal([1, 2, 3, 4], BytesOf(data, 0));
        Assert.Equal([2, 1, 4, 3], BytesOf(data, 2));
        Assert.Equal([6, 5, 8, 7], BytesOf(data, 3));
    }

    [Fact]
    public void A_part_reads_the_packed_file_when_the_whole_is_disposed()
    {
        WriteGrey("a.png", [1], 1, 1);
        WriteGrey("b.png", [2], 1, 1);
        var whole = Packed(1, 1, 1);
        using var part = whole.Take(1);

        whole.Dispose();

        Assert.Equal([1], BytesOf(part, 0));
    }

    [Fact]
    public void The_folders_below_are_classes_in_the_order_of_their_names()
    {
        WriteGrey("dogs/x.png", [1], 1, 1);
        WriteGrey("cats/deep/er/y.png", [2], 1, 1);
        WriteGrey("cats/a.png", [3], 1, 1);
        using var data = ImageFolder.Labeled(folder.FullName, 1, 1, 1, new() { Mirrored = true });

        Assert.Equal([0, 0, 1, 0, 0, 1], data.Labels);
        Assert.Equal(["cats", "dogs"], data.ClassNames);
        Assert.Equal(["cats", "dogs"], data.Take(2).ClassNames);
        Assert.Equal([3, 2, 1], Enumerable.Range(0, 3).SelectMany(index => BytesOf(data, index)));
    }

    /// <summary>Capital letters come before small ones, and digits before both, whatever the language of the machine.</summary>
    [Fact]
    public void Pictures_and_classes_come_in_the_ordinal_order_of_their_names()
    {
        WriteGrey("b/a.png", [1], 1, 1);
        WriteGrey("b/B.png", [2], 1, 1);
        WriteGrey("b/_.png", [3], 1, 1);
        WriteGrey("C/10.png", [4], 1, 1);
        WriteGrey("C/9.png", [5], 1, 1);
        using var data = ImageFolder.Labeled(folder.FullName, 1, 1, 1);

        Assert.Equal(["C", "b"], data.ClassNames);
        Assert.Equal([4, 5, 2, 3, 1], Enumerable.Range(0, 5).SelectMany(index => BytesOf(data, index)));
    }

    [Fact]
    public void A_picture_in_no_class_is_named()
    {
        WriteGrey("cats/a.png", [3], 1, 1);
        WriteGrey("stray.png", [3], 1, 1);

        var refusal = Assert.Throws<GanException>(() => ImageFolder.Labeled(folder.FullName, 1, 1, 1));

        Assert.Contains("stray.png", refusal.Message);
    }

    [Fact]
    public void No_bit_depends_on_the_threads_or_on_what_is_cached()
    {
        foreach (var number in Enumerable.Range(0, 40))
        {
            WriteBitmap($"{number:D2}.bmp", Gradient(9 + number, 7, number), width: 9 + number);
        }

        int[] indices = [.. Enumerable.Range(0, 80).Select(index => index * 7 % 40)];
        using var one = new ImageFolder(folder.FullName, 3, 5, 6, new() { Threads = 1 });
        using var many = new ImageFolder(folder.FullName, 3, 5, 6, new() { Threads = 8, CachedBytes = 5 * 3 * 5 * 6 });

        using var expected = one.Read(indices);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var read = many.Read(indices);
            Assert.Equal(expected.data<float>().ToArray(), read.data<float>().ToArray());
        }
    }

    [Fact]
    public void Packed_pictures_have_the_same_bits()
    {
        foreach (var number in Enumerable.Range(0, 300))
        {
            WriteBitmap($"{number:D3}.bmp", Gradient(9, 7, number), width: 9);
        }

        using var plain = new ImageFolder(folder.FullName, 3, 5, 6, new() { Mirrored = true });
        int[] indices = [.. Enumerable.Range(0, plain.Count)];
        using var expected = plain.Read(indices);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var packed = Packed(3, 5, 6, new() { Mirrored = true });
            using var read = packed.Read(indices);
            Assert.Equal(expected.data<float>().ToArray(), read.data<float>().ToArray());
        }
    }

    [Fact]
    public void A_pack_is_used_as_long_as_nothing_has_changed()
    {
        WriteGrey("a.png", [1, 2, 3, 4], 2, 2);
        Packed(1, 2, 2).Dispose();
        var written = File.GetLastWriteTimeUtc(PackPath);

        // The same name, size and time: that the pack is read is seen by its bytes.
        var time = File.GetLastWriteTimeUtc(PathOf("a.png"));
        var size = new FileInfo(PathOf("a.png")).Length;
        File.WriteAllBytes(PathOf("a.png"), new byte[size]);
        File.SetLastWriteTimeUtc(PathOf("a.png"), time);
        using (var data = Packed(1, 2, 2))
        {
            Assert.Equal([1, 2, 3, 4], BytesOf(data, 0));
        }

        Assert.Equal(written, File.GetLastWriteTimeUtc(PackPath));
        Assert.Equal(["a.png", "pictures.pack"], folder.GetFiles().Select(file => file.Name).Order());
    }

    [Fact]
    public void A_pack_is_written_anew_where_files_or_options_have_changed()
    {
        WriteGrey("a.png", [1, 2, 3, 4], 2, 2);
        Packed(1, 2, 2).Dispose();

        // Another time, with other pixels.
        WriteGrey("a.png", [5, 6, 7, 8], 2, 2);
        File.SetLastWriteTimeUtc(PathOf("a.png"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        using (var data = Packed(1, 2, 2))
        {
            Assert.Equal([5, 6, 7, 8], BytesOf(data, 0));
        }

        // Another name, another file, another size of examples.
        File.Move(PathOf("a.png"), PathOf("c.png"));
        WriteGrey("b.png", [9, 10, 11, 12], 2, 2);
        using (var data = Packed(1, 2, 2))
        {
            Assert.Equal([9, 10, 11, 12], BytesOf(data, 0));
            Assert.Equal([5, 6, 7, 8], BytesOf(data, 1));
        }

        using (var data = Packed(3, 2, 2))
        {
            Assert.Equal([9, 10, 11, 12, 9, 10, 11, 12, 9, 10, 11, 12], BytesOf(data, 0));
        }
    }

    [Fact]
    public void A_pack_is_written_anew_for_another_background()
    {
        using (var bitmap = new SKBitmap(1, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul))
        {
            bitmap.SetPixel(0, 0, new SKColor(200, 100, 50, 0));
            Write("a.png", bitmap, SKEncodedImageFormat.Png);
        }

        foreach (
            var background in new (byte Red, byte Green, byte Blue)[] { (1, 2, 3), (1, 2, 4), (1, 3, 4), (2, 3, 4) }
        )
        {
            using var data = Packed(3, 1, 1, new() { Background = background });
            Assert.Equal([background.Red, background.Green, background.Blue], BytesOf(data, 0));
        }
    }

    [Fact]
    public void A_damaged_pack_never_gives_wrong_pictures()
    {
        WriteGrey("a.png", [1, 2, 3, 4], 2, 2);
        WriteGrey("b.png", [5, 6, 7, 8], 2, 2);
        Packed(1, 2, 2).Dispose();
        var whole = File.ReadAllBytes(PackPath);
        for (var position = 0; position < whole.Length; position++)
        {
            byte[] changed = [.. whole];
            changed[position] ^= 0x10;
            File.WriteAllBytes(PackPath, changed);

            using var data = Packed(1, 2, 2);
            Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], [.. BytesOf(data, 0), .. BytesOf(data, 1)]);
        }

        foreach (var length in Enumerable.Range(0, whole.Length))
        {
            File.WriteAllBytes(PackPath, whole[..length]);

            using var data = Packed(1, 2, 2);
            Assert.Equal([5, 6, 7, 8], BytesOf(data, 1));
        }

        Assert.Equal(whole, File.ReadAllBytes(PackPath));
    }

    [Fact]
    public void A_pack_of_zeros_as_a_loss_of_power_leaves_it_is_written_anew()
    {
        WriteGrey("a.png", [1, 2, 3, 4], 2, 2);
        Packed(1, 2, 2).Dispose();
        var whole = File.ReadAllBytes(PackPath);
        File.WriteAllBytes(PackPath, new byte[whole.Length]);

        Packed(1, 2, 2).Dispose();

        Assert.Equal(whole, File.ReadAllBytes(PackPath));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Dear diary, today I have trained a GAN.")]
    public void A_file_of_something_else_is_no_place_for_a_pack(string content)
    {
        WriteGrey("a.png", [1, 2, 3, 4], 2, 2);
        File.WriteAllText(PackPath, content);

        Assert.Contains("choose another file", Assert.Throws<GanException>(() => Packed(1, 2, 2)).Message);

        Assert.Equal(content, File.ReadAllText(PackPath));
    }

    [Fact]
    public void Damaged_pictures_are_refused_or_skipped_in_a_pack_too()
    {
        WriteGrey("a.png", [1], 1, 1);
        File.WriteAllText(PathOf("b.png"), "no picture");
        WriteGrey("c.png", [3], 1, 1);

        Assert.Contains("b.png", Assert.Throws<GanException>(() => Packed(1, 1, 1)).Message);
        Assert.False(File.Exists(PackPath));
        Assert.DoesNotContain(folder.GetFiles(), file => file.Name.EndsWith(".tmp", StringComparison.Ordinal));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var data = Packed(1, 1, 1, new() { Damaged = DamagedPictures.Skip });
            Assert.Equal([1, 3, 3], Enumerable.Range(0, 3).SelectMany(index => BytesOf(data, index)));
            Assert.Contains("b.png", Assert.Single(data.Skipped));
        }
    }

    [Fact]
    public void A_pack_that_cannot_be_written_is_named()
    {
        WriteGrey("a.png", [1], 1, 1);
        var options = new ImageFolderOptions { PackedFile = folder.FullName };

        var refusal = Assert.Throws<GanException>(() => new ImageFolder(folder.FullName, 1, 1, 1, options));

        Assert.Contains(folder.FullName, refusal.Message);
    }

    /// <summary>As on Windows, which replaces no file that another process has open.</summary>
    [Fact]
    public void A_pack_that_another_process_has_written_meanwhile_is_taken()
    {
        var path = PathOf("pictures.pack");
        var stamp = new byte[32];
        bool One(int picture, Memory<byte> bytes)
        {
            bytes.Span.Fill(7);
            return true;
        }

        using var pack = PicturePack.OpenOrWrite(
            path,
            stamp,
            count: 1,
            length: 4,
            threads: 1,
            (_, _) =>
            {
                PicturePack.Write(path, stamp, 1, 4, 1, One);
                throw new GanException("The other one has it open.");
            }
        );

        var read = new byte[4];
        Assert.True(pack.TryRead(0, read));
        Assert.Equal([7, 7, 7, 7], read);
        Assert.Equal(
            "Refused.",
            Assert
                .Throws<GanException>(() =>
                    PicturePack.OpenOrWrite(
                        PathOf("none"),
                        stamp,
                        1,
                        4,
                        1,
                        (_, _) => throw new GanException("Refused.")
                    )
                )
                .Message
        );
    }

    [Theory]
    [InlineData(".thumbnails/a.png", true)]
    [InlineData("cats/.cache/a.png", true)]
    [InlineData("cats/._a.png", true)]
    [InlineData("cats.old/a.b.png", false)]
    public void What_Linux_hides_is_hidden_everywhere(string path, bool expected) =>
        Assert.Equal(expected, FolderFiles.IsDotted(path));

    [Fact]
    public void What_is_disposed_reads_no_pack()
    {
        WriteGrey("a.png", [1], 1, 1);
        var data = Packed(1, 1, 1);
        data.Dispose();

        Assert.Throws<ObjectDisposedException>(() => data.Read([0]));
    }

    [Fact]
    public void A_folder_of_very_many_files_is_listed_in_little_memory()
    {
        const int count = 20_000;
        foreach (var part in Enumerable.Range(0, count / 1000))
        {
            folder.CreateSubdirectory($"{part}");
        }

        foreach (var number in Enumerable.Range(0, count))
        {
            File.WriteAllBytes(PathOf($"{number / 1000}/picture-{number:D6}.jpg"), []);
        }

        // The heap of this process also shrinks, by what other tests have left behind.
        ChildProcess.Run(
            static folder =>
            {
                var before = GC.GetTotalMemory(forceFullCollection: true);
                using var data = new ImageFolder(folder, 3, 64, 64);
                var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

                Assert.Equal(count, data.Count);
                Assert.InRange(kept, 0, 60 * count);
            },
            folder.FullName
        );
    }

    [Fact]
    public void A_damaged_picture_is_refused_by_its_name_and_with_the_reason()
    {
        WriteGrey("good.png", [1, 2, 3, 4], 2, 2);
        File.WriteAllText(PathOf("bad.png"), "no picture");
        using var data = new ImageFolder(folder.FullName, 1, 2, 2);

        var refusal = Assert.Throws<GanException>(() => data.Read([1, 0]));

        Assert.Contains("bad.png", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void A_picture_that_ends_too_early_is_damaged()
    {
        using (var bitmap = new SKBitmap(64, 64, SKColorType.Rgba8888, SKAlphaType.Opaque))
        {
            Write("cut.png", bitmap, SKEncodedImageFormat.Png);
        }

        var bytes = File.ReadAllBytes(PathOf("cut.png"));
        File.WriteAllBytes(PathOf("cut.png"), bytes[..(bytes.Length / 2)]);
        using var data = new ImageFolder(folder.FullName, 1, 2, 2);

        Assert.Contains("cut.png", Assert.Throws<GanException>(() => data.Read([0])).Message);
    }

    [Fact]
    public void A_skipped_picture_is_always_replaced_by_the_next_good_one()
    {
        File.WriteAllText(PathOf("a.png"), "no picture");
        File.WriteAllText(PathOf("b.png"), "");
        WriteGrey("c.png", [7], 1, 1);
        File.WriteAllText(PathOf("d.png"), "no picture");
        using var data = new ImageFolder(folder.FullName, 1, 1, 1, new() { Damaged = DamagedPictures.Skip });

        Assert.Equal([7, 7, 7, 7], Enumerable.Range(0, 4).SelectMany(index => BytesOf(data, index)));
        Assert.Equal(3, data.Skipped.Count);
        Assert.Contains("a.png", data.Skipped[0]);
    }

    [Fact]
    public void Where_no_picture_is_good_skipping_ends()
    {
        File.WriteAllText(PathOf("a.png"), "no picture");
        File.WriteAllText(PathOf("b.png"), "no picture");
        using var data = new ImageFolder(folder.FullName, 1, 1, 1, new() { Damaged = DamagedPictures.Skip });

        Assert.Contains("None of", Assert.Throws<GanException>(() => data.Read([1])).Message);
    }

    [Fact]
    public void A_picture_that_claims_more_pixels_than_there_is_memory_is_refused()
    {
        byte[] header = [.. "BM"u8, .. new byte[52]];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(18), 32_000);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(22), 32_000);
        header[26] = 1;
        header[28] = 24;
        File.WriteAllBytes(PathOf("bomb.bmp"), header);
        using var data = new ImageFolder(folder.FullName, 1, 1, 1);

        var refusal = Assert.Throws<GanException>(() => data.Read([0]));

        Assert.Contains("bomb.bmp", refusal.Message);
        Assert.Contains("32000 x 32000", refusal.Message);
    }

    [Fact]
    public void Folders_without_pictures_are_refused()
    {
        File.WriteAllText(PathOf("notes.txt"), "");

        Assert.Contains(
            "no picture",
            Assert.Throws<GanException>(() => new ImageFolder(folder.FullName, 1, 1, 1)).Message
        );
        Assert.Contains(
            "no folder",
            Assert.Throws<GanException>(() => new ImageFolder(PathOf("missing"), 1, 1, 1)).Message
        );
        Assert.Contains(
            "is a file",
            Assert.Throws<GanException>(() => new ImageFolder(PathOf("notes.txt"), 1, 1, 1)).Message
        );
    }

    [Fact]
    public void Ten_thousand_paths_are_listed_before_any_file_is_read()
    {
        foreach (var number in Enumerable.Range(0, 10_000))
        {
            // No pictures at all: opening must not look into them.
            File.Create(PathOf($"{number:D5}.png")).Dispose();
        }

        using var data = new ImageFolder(folder.FullName, 3, 64, 64);

        Assert.Equal(10_000, data.Count);
        Assert.Throws<GanException>(() => data.Read([9_999]));
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>The bytes of an example; the numbers are multiples of 1 / 255, or twice that from -1.</summary>
    private static int[] BytesOf(Dataset data, int index)
    {
        using var example = data.Read([index]);
        return
        [
            .. example
                .data<float>()
                .ToArray()
                .Select(value => (int)Math.Round((data.Range == ValueRange.ZeroToOne ? value : (value + 1) / 2) * 255)),
        ];
    }

    private static (int R, int G, int B) Grey(int value) => (value, value, value);

    private static (int R, int G, int B)[] Gradient(int width, int height, int offset = 0) =>
        [
            .. Enumerable
                .Range(0, width * height)
                .Select(i => ((i * 13 + offset) % 256, (i * 29 + offset) % 256, (i * 53 + offset) % 256)),
        ];

    private static int[] Planes((int R, int G, int B)[] pixels) =>
        [.. pixels.Select(each => each.R), .. pixels.Select(each => each.G), .. pixels.Select(each => each.B)];

    /// <summary>A BMP of 24 bits: rows from below, each padded to four bytes, blue first.</summary>
    private void WriteBitmap(string name, (int R, int G, int B)[] pixels, int width = Side)
    {
        var height = pixels.Length / width;
        var stride = ((3 * width) + 3) / 4 * 4;
        var file = new byte[54 + (stride * height)];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        file[26] = 1;
        file[28] = 24;
        for (var i = 0; i < pixels.Length; i++)
        {
            var at = 54 + ((height - 1 - (i / width)) * stride) + (i % width * 3);
            (file[at], file[at + 1], file[at + 2]) = ((byte)pixels[i].B, (byte)pixels[i].G, (byte)pixels[i].R);
        }

        File.WriteAllBytes(PathOf(name), file);
    }

    private void WriteGrey(string name, byte[] values, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        for (var i = 0; i < values.Length; i++)
        {
            bitmap.SetPixel(i % width, i / width, new SKColor(values[i], values[i], values[i]));
        }

        Write(name, bitmap, SKEncodedImageFormat.Png);
    }

    /// <summary>Four quarters of 16 x 16 pixels, with the orientation in the EXIF segment behind the start of the file.</summary>
    private void WriteJpeg(string name, byte[] quarters, int orientation)
    {
        using var bitmap = new SKBitmap(32, 32, SKColorType.Gray8, SKAlphaType.Opaque);
        for (var y = 0; y < 32; y++)
        {
            for (var x = 0; x < 32; x++)
            {
                var value = quarters[(y / 16 * 2) + (x / 16)];
                bitmap.SetPixel(x, y, new SKColor(value, value, value));
            }
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 100);
        var plain = encoded.ToArray();
        byte[] exif =
        [
            0xFF,
            0xE1,
            0,
            34,
            .. "Exif\0\0"u8,
            .. "MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte)orientation,
            0,
            0,
            0,
            0,
            0,
            0,
        ];
        File.WriteAllBytes(PathOf(name), [.. plain[..2], .. exif, .. plain[2..]]);
    }

    private void Write(string name, SKBitmap bitmap, SKEncodedImageFormat format)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        using var encoded = bitmap.Encode(format, 95);
        using var file = File.Create(PathOf(name));
        encoded.SaveTo(file);
    }
}
