using System.Buffers.Binary;
using TorchSharp;

namespace GanDsl.Tests;

public sealed class NumpyExamplesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Each row of bytes is what struct.pack gives for -2, 1.5 and 100, or for 0, 1 and 200 where the type has no fraction or sign.
    [Theory]
    [InlineData("<f2", "00C0003E4056", new float[] { -2, 1.5f, 100 })]
    [InlineData(">f2", "C0003E005640", new float[] { -2, 1.5f, 100 })]
    [InlineData("<f4", "000000C00000C03F0000C842", new float[] { -2, 1.5f, 100 })]
    [InlineData(">f4", "C00000003FC0000042C80000", new float[] { -2, 1.5f, 100 })]
    [InlineData("<f8", "00000000000000C0000000000000F83F0000000000005940", new float[] { -2, 1.5f, 100 })]
    [InlineData(">f8", "C0000000000000003FF80000000000004059000000000000", new float[] { -2, 1.5f, 100 })]
    [InlineData("|u1", "0001C8", new float[] { 0, 1, 200 })]
    [InlineData("|i1", "0001FE", new float[] { 0, 1, -2 })]
    [InlineData("|b1", "000102", new float[] { 0, 1, 1 })]
    [InlineData("<u2", "00000100C800", new float[] { 0, 1, 200 })]
    [InlineData(">u2", "0000000100C8", new float[] { 0, 1, 200 })]
    [InlineData("<i2", "00000100FEFF", new float[] { 0, 1, -2 })]
    [InlineData("<u4", "0000000001000000C8000000", new float[] { 0, 1, 200 })]
    [InlineData("<i4", "0000000001000000FEFFFFFF", new float[] { 0, 1, -2 })]
    [InlineData(">i4", "0000000000000001FFFFFFFE", new float[] { 0, 1, -2 })]
    [InlineData("<u8", "00000000000000000100000000000000C800000000000000", new float[] { 0, 1, 200 })]
    [InlineData("<i8", "00000000000000000100000000000000FEFFFFFFFFFFFFFF", new float[] { 0, 1, -2 })]
    [InlineData(">i8", "00000000000000000000000000000001FFFFFFFFFFFFFFFE", new float[] { 0, 1, -2 })]
    public void Reads_every_type_in_both_byte_orders(string type, string elements, float[] expected)
    {
        var path = folder.Add("a.npy", NumpyBytes.Npy(type, "(3, 1)", Convert.FromHexString(elements)));

        using var data = NumpyExamples.Open(path);

        Assert.Equal(3, data.Count);
        Assert.Equal([1L], data.ExampleShape);
        Assert.Equal(ValueRange.Unbounded, data.Range);
        Assert.Equal(expected, Values(data));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Reads_every_version_of_the_format(byte version)
    {
        var dictionary = "{\"shape\": (2L, 1), 'fortran_order':False,'descr': '<f4'}";
        var path = folder.Add("a.npy", NumpyBytes.Npy(dictionary, Floats(3, 4), version));

        using var data = NumpyExamples.Open(path);

        Assert.Equal([3f, 4], Values(data));
    }

    [Fact]
    public void Fortran_order_becomes_C_order()
    {
        // numpy.asfortranarray(numpy.arange(24).reshape(2, 3, 4)): the first index changes fastest.
        var elements = new float[24];
        for (var i = 0; i < 2; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                for (var k = 0; k < 4; k++)
                {
                    elements[i + (2 * j) + (6 * k)] = (12 * i) + (4 * j) + k;
                }
            }
        }

        var header = "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3, 4), }";
        using var data = NumpyExamples.Open(folder.Add("a.npy", NumpyBytes.Npy(header, Floats(elements))));
        Assert.Equal([3L, 4], data.ExampleShape);
        Assert.Equal(Enumerable.Range(0, 24).Select(value => (float)value), Values(data));

        header = "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3, 4), }";
        byte[] bytes = [.. elements.Select(value => (byte)value)];
        using var images = NumpyExamples.Open(folder.Add("b.npy", NumpyBytes.Npy(header, bytes)));
        var read = Assert.IsType<ByteImageDataset>(images);
        Assert.Equal(Enumerable.Range(12, 12).Select(value => (byte)value), read.Bytes(1).ToArray());
    }

    [Fact]
    public void Bytes_are_images_and_stay_bytes()
    {
        byte[] pixels = [0, 51, 102, 153, 204, 255];

        using var grey = NumpyExamples.Open(folder.Add("a.npy", NumpyBytes.Npy("|u1", "(3, 1, 2)", pixels)));
        using var colours = NumpyExamples.Open(
            folder.Add("b.npy", NumpyBytes.Npy("|u1", "(1, 3, 1, 2)", pixels)),
            range: ValueRange.ZeroToOne
        );

        Assert.IsType<ByteImageDataset>(grey);
        Assert.Equal([1L, 1, 2], grey.ExampleShape);
        Assert.Equal(ValueRange.MinusOneToOne, grey.Range);
        Assert.Equal([-1, -0.6f, -0.2f, 0.2f, 0.6f, 1], Values(grey), new Within(1e-6f));
        Assert.Equal([3L, 1, 2], colours.ExampleShape);
        Assert.Equal([0, 0.2f, 0.4f, 0.6f, 0.8f, 1], Values(colours), new Within(1e-6f));
    }

    [Fact]
    public void Channels_that_come_last_are_brought_forward()
    {
        // One picture of 1 x 2 pixels: (1, 2, 3) and (4, 5, 6).
        var bytes = folder.Add("a.npy", NumpyBytes.Npy("|u1", "(1, 1, 2, 3)", 1, 2, 3, 4, 5, 6));
        var floats = folder.Add("b.npy", NumpyBytes.Npy("<f4", "(1, 1, 2, 3)", Floats(1, 2, 3, 4, 5, 6)));

        using var images = (ByteImageDataset)NumpyExamples.Open(bytes, channelsLast: true);
        using var numbers = NumpyExamples.Open(floats, channelsLast: true);

        Assert.Equal([3L, 1, 2], images.ExampleShape);
        Assert.Equal([1, 4, 2, 5, 3, 6], images.Bytes(0).ToArray());
        Assert.Equal([3L, 1, 2], numbers.ExampleShape);
        Assert.Equal([1f, 4, 2, 5, 3, 6], Values(numbers));
        Assert.Contains("four sizes", Refusal(NumpyBytes.Npy("<f4", "(1, 1)", Floats(1)), channelsLast: true));
    }

    [Fact]
    public void Rows_stay_rows_where_channels_come_last()
    {
        const int height = 2;
        const int width = 3;
        const int channels = 3;
        byte[] pixels = [.. Enumerable.Range(0, height * width * channels).Select(place => (byte)place)];
        var path = folder.Add("a.npy", NumpyBytes.Npy("|u1", $"(1, {height}, {width}, {channels})", pixels));
        var expected = new List<byte>();
        for (var channel = 0; channel < channels; channel++)
        {
            for (var place = 0; place < height * width; place++)
            {
                expected.Add(pixels[(place * channels) + channel]);
            }
        }

        using var images = (ByteImageDataset)NumpyExamples.Open(path, channelsLast: true);

        Assert.Equal([channels, height, (long)width], images.ExampleShape);
        Assert.Equal(expected, images.Bytes(0).ToArray());
    }

    [Fact]
    public void Examples_and_labels_come_out_of_one_archive()
    {
        var path = folder.Add(
            "set.npz",
            NumpyBytes.Npz(
                ("x.npy", NumpyBytes.Npy("<f4", "(2, 1)", Floats(5, 6))),
                ("y.npy", NumpyBytes.Npy("<i8", "(2,)", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
            )
        );

        using var data = new LabeledDataset(NumpyExamples.Open(path, "x"), NumpyLabels.Open(path, "y"));

        Assert.Equal([1, 0], data.Labels);
        Assert.Equal([5f, 6], Values(data));
        Assert.Equal($"'x' in '{path}'", data.Description);
        Assert.Contains("'x', 'y'", Assert.Throws<GanException>(() => NumpyExamples.Open(path)).Message);
        Assert.Contains("no array 'z'", Assert.Throws<GanException>(() => NumpyExamples.Open(path, "z")).Message);
    }

    [Fact]
    public void The_only_array_of_an_archive_needs_no_name()
    {
        var path = folder.Add("a.npz", NumpyBytes.Npz(("x.npy", NumpyBytes.Npy("<f4", "(1, 1)", Floats(5)))));

        using var data = NumpyExamples.Open(path);

        Assert.Equal([5f], Values(data));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        using var source = torch.randn(7, 3, 2);
        NpyFile.Write(folder["a.npy"], source);

        using var data = NumpyExamples.Open(folder["a.npy"]);

        Assert.Equal(source.data<float>().ToArray(), Values(data));
    }

    [Fact]
    public void More_elements_than_are_read_at_once_follow_in_order()
    {
        const int count = (1 << 17) + 3;
        var elements = new byte[count * 8];
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(elements.AsSpan(i * 8), i);
        }

        var header = $"{{'descr': '>i8', 'fortran_order': False, 'shape': ({count}, 1), }}";
        using var data = NumpyExamples.Open(folder.Add("a.npy", NumpyBytes.Npy(header, elements)));

        Assert.Equal(Enumerable.Range(0, count).Select(value => (float)value), Values(data));
    }

    [Theory]
    [InlineData("(2, 3)", "cut off")]
    [InlineData("(2,)", "goes on after")]
    [InlineData("(0, 3)", "holds nothing")]
    [InlineData("()", "single number")]
    [InlineData("(-1, 3)", "damaged")]
    [InlineData("(4611686018427387904, 4611686018427387904)", "more than any file holds")]
    [InlineData("(9223372036854775807, 1)", "more than any file holds")]
    [InlineData("(99999999999999999999, 1)", "damaged")]
    [InlineData("(4000000000000, 1)", "cut off")]
    [InlineData("(1, 2, 'x')", "damaged")]
    [InlineData("((((((((((((((((((((1", "damaged")]
    public void A_shape_that_lies_is_refused_before_memory_is_taken(string shape, string reason)
    {
        var elements = shape == "()" ? Floats(1) : Floats(1, 2, 3);

        Assert.Contains(reason, Refusal(NumpyBytes.Npy("<f4", shape, elements)));
    }

    [Theory]
    [InlineData("|O", "pickle")]
    [InlineData("<c8", "'<c8'")]
    [InlineData("<U4", "'<U4'")]
    [InlineData("<f9", "'<f9'")]
    [InlineData("|f4", "'|f4'")]
    [InlineData("<M8[D]", "'<M8[D]'")]
    [InlineData("", "''")]
    public void Other_types_are_refused_by_their_names(string type, string reason) =>
        Assert.Contains(reason, Refusal(NumpyBytes.Npy(type, "(1, 1)", Floats(1))));

    [Fact]
    public void Records_are_refused() =>
        Assert.Contains(
            "records",
            Refusal(
                NumpyBytes.Npy(
                    "{'descr': [('x', '<f4'), ('y', '<f4')], 'fortran_order': False, 'shape': (1,), }",
                    Floats(1, 2)
                )
            )
        );

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False}")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), 'more': 1}")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1, 1)}")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1, 1)}")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': 1}")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1)} + 1")]
    [InlineData("__import__('os').system('true')")]
    [InlineData("{'descr': '<f4")]
    [InlineData("")]
    public void A_header_that_is_none_is_refused(string dictionary) =>
        Assert.Contains("header", Refusal(NumpyBytes.Npy(dictionary, Floats(1))));

    [Fact]
    public void Every_cut_through_a_file_is_refused()
    {
        var whole = NumpyBytes.Npy("<f4", "(2, 1)", Floats(1, 2));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.NotEmpty(Refusal(whole[..length]));
        }
    }

    [Fact]
    public void A_header_length_that_lies_is_refused()
    {
        byte[] huge = [0x93, .. "NUMPY"u8, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'{'];
        byte[] version = [0x93, .. "NUMPY"u8, 9, 0, 1, 0, (byte)'{'];

        Assert.Contains("header of 4294967295", Refusal(huge));
        Assert.Contains("version 9.0", Refusal(version));
        foreach (var (major, minor) in new (byte, byte)[] { (1, 1), (2, 3), (3, 1), (0, 0), (4, 0) })
        {
            var other = NumpyBytes.Npy("<f4", "(1, 1)", Floats(1));
            (other[6], other[7]) = (major, minor);
            Assert.Contains($"version {major}.{minor}", Refusal(other));
        }

        Assert.Contains("pickle", Refusal([0x80, 4, 0x95, 0, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void Every_changed_byte_of_an_archive_is_read_or_refused()
    {
        var whole = NumpyBytes.Npz(("x.npy", NumpyBytes.Npy("<f4", "(2, 1)", Floats(1, 2))));
        for (var position = 0; position < whole.Length; position++)
        {
            foreach (var change in (byte[])[0x01, 0x80, 0xFF])
            {
                byte[] changed = [.. whole];
                changed[position] ^= change;
                try
                {
                    NumpyExamples.Open(folder.Add("a.npz", changed)).Dispose();
                }
                catch (GanException refusal)
                {
                    Assert.DoesNotContain('\n', refusal.Message);
                }
            }
        }
    }

    [Fact]
    public void An_archive_that_claims_more_than_compression_can_do_is_refused()
    {
        var bytes = NumpyBytes.Npz(("x.npy", NumpyBytes.Npy("<f4", "(1000000000, 1)", Floats(1, 2))));

        // The uncompressed size in the list at the end of the archive, 24 bytes into its entry.
        var entry = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(entry + 24), 4_000_000_078);

        Assert.Contains("more than compression can do", Refusal(bytes));
    }

    [Fact]
    public void What_follows_the_declared_shape_is_never_decompressed()
    {
        // 256 MB of zeros in 256 KB, declared as one number.
        var bomb = NumpyBytes.Npz(
            ("x.npy", NumpyBytes.Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), }", new byte[1 << 28]))
        );
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("goes on after", Refusal(bomb));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 24);
    }

    [Fact]
    public void Values_that_are_not_finite_or_out_of_range_are_refused_by_their_example()
    {
        var nan = Refusal(NumpyBytes.Npy("<f4", "(2, 1)", Floats(1, float.NaN)));
        var range = Assert
            .Throws<GanException>(() =>
                NumpyExamples.Open(
                    folder.Add("b.npy", NumpyBytes.Npy("<f4", "(2, 1)", Floats(1, 2))),
                    range: ValueRange.ZeroToOne
                )
            )
            .Message;

        Assert.Contains("Example 1 of '", nan);
        Assert.Contains("b.npy", range);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_refused_by_their_names()
    {
        Assert.Contains("none.npy", Assert.Throws<GanException>(() => NumpyExamples.Open(folder["none.npy"])).Message);
        Assert.Contains(
            folder.FullName,
            Assert.Throws<GanException>(() => NumpyExamples.Open(folder.FullName)).Message
        );
    }

    [Theory]
    [InlineData("|u1", "(2,)", "0300", new[] { 3, 0 })]
    [InlineData("<i4", "(2, 1)", "0700000001000000", new[] { 7, 1 })]
    [InlineData(">u2", "(1,)", "0102", new[] { 258 })]
    public void Labels_are_integers(string type, string shape, string elements, int[] expected)
    {
        var path = folder.Add("y.npy", NumpyBytes.Npy(type, shape, Convert.FromHexString(elements)));

        Assert.Equal(expected, NumpyLabels.Open(path));
    }

    [Theory]
    [InlineData("<f4", "(1,)", "0000803F", "floating-point")]
    [InlineData("|b1", "(1,)", "01", "Booleans")]
    [InlineData("|i1", "(2,)", "00FF", "Value 1")]
    [InlineData("<u8", "(1,)", "FFFFFFFFFFFFFFFF", "18446744073709551615")]
    [InlineData("|u1", "(1, 2)", "0001", "argmax")]
    public void Labels_that_are_no_classes_are_refused(string type, string shape, string elements, string reason)
    {
        var path = folder.Add("y.npy", NumpyBytes.Npy(type, shape, Convert.FromHexString(elements)));

        var refusal = Assert.Throws<GanException>(() => NumpyLabels.Open(path)).Message;

        Assert.Contains(reason, refusal);
        Assert.Contains("y.npy", refusal);
    }

    [Fact]
    public void Of_many_labels_the_first_that_is_none_is_named()
    {
        const int place = (1 << 16) + 3;
        var labels = new byte[(1 << 17) + 5];
        labels[place - 1] = 100;
        var path = folder.Add("y.npy", NumpyBytes.Npy("|i1", $"({labels.Length},)", labels));
        Assert.Equal(labels.Select(label => (int)label), NumpyLabels.Open(path));

        (labels[place], labels[^1]) = (0xFF, 0xFE);
        path = folder.Add("y.npy", NumpyBytes.Npy("|i1", $"({labels.Length},)", labels));
        Assert.StartsWith(
            $"Value {place} of '{path}' is -1, but",
            Assert.Throws<GanException>(() => NumpyLabels.Open(path)).Message
        );
    }

    private static byte[] Floats(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static float[] Values(Dataset data)
    {
        using var all = data.Read([.. Enumerable.Range(0, data.Count)]);
        return all.data<float>().ToArray();
    }

    private string Refusal(byte[] file, bool channelsLast = false)
    {
        var path = folder.Add("refused.npy", file);
        var refusal = Assert.Throws<GanException>(() => NumpyExamples.Open(path, channelsLast: channelsLast)).Message;
        Assert.Contains("refused.npy", refusal);
        Assert.DoesNotContain('\n', refusal);
        return refusal;
    }
}
