using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class NpyFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(new long[] { 2, 3 }, "(2, 3)")]
    [InlineData(new long[] { 6 }, "(6,)")]
    [InlineData(new long[] { 1, 3, 2, 1 }, "(1, 3, 2, 1)")]
    public void Has_the_header_that_the_format_asks_for(long[] shape, string tuple)
    {
        using var values = arange(6, float32).reshape(shape);

        var file = Saved(values);

        Assert.Equal("934E554D50590100", Convert.ToHexString(file[..8]));
        int length = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        Assert.Equal(0, (10 + length) % 64);
        var header = Encoding.ASCII.GetString(file, 10, length);
        Assert.EndsWith("\n", header);
        Assert.Equal($"{{'descr': '<f4', 'fortran_order': False, 'shape': {tuple}, }}", header.TrimEnd());
        Assert.Equal([0f, 1, 2, 3, 4, 5], MemoryMarshal.Cast<byte, float>(file.AsSpan(10 + length)).ToArray());
    }

    [Fact]
    public void A_number_and_an_empty_batch_have_their_shapes()
    {
        using var number = tensor(7f);
        using var none = zeros(0, 3);

        Assert.Contains("'shape': (), }", Encoding.ASCII.GetString(Saved(number)));
        Assert.Equal(132, Saved(number).Length);
        Assert.Contains("'shape': (0, 3), }", Encoding.ASCII.GetString(Saved(none)));
        Assert.Equal(128, Saved(none).Length);
    }

    [Fact]
    public void Views_are_written_in_C_order_and_other_types_as_float32()
    {
        using var source = tensor(new double[] { 1, 2, 3, 4, 5, 6 }, [2, 3], null, null, true);
        using var transposed = source.transpose(0, 1);

        var file = Saved(transposed);

        Assert.Equal([1f, 4, 2, 5, 3, 6], MemoryMarshal.Cast<byte, float>(file.AsSpan(128)).ToArray());
    }

    [Fact]
    public void Values_beyond_one_write_follow_in_order()
    {
        const int count = (1 << 24) + 3;
        using var values = arange(count, float32);

        var file = Saved(values);

        ReadOnlySpan<float> read = MemoryMarshal.Cast<byte, float>(file.AsSpan(128));
        Assert.Equal(count, read.Length);
        Assert.Equal([1f, 16777215f, 16777216f], [read[1], read[(1 << 24) - 1], read[1 << 24]]);
    }

    [Fact]
    public void Refuses_a_path_that_cannot_be_written()
    {
        using var values = zeros(1);

        Assert.Throws<GanException>(() => NpyFile.Write(folder.FullName, values));
    }

    private byte[] Saved(Tensor values)
    {
        NpyFile.Write(folder["values.npy"], values);
        return File.ReadAllBytes(folder["values.npy"]);
    }
}
