using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Serialization;

public class TensorFormatTests
{
    [Fact]
    public void Writes_the_bytes_that_TorchSharp_writes()
    {
        using var scope = NewDisposeScope();
        using var file = new MemoryStream();
        tensor(new float[] { 1, -2, 0.5f, 0, 0, 4 }).reshape(2, 3).Save(file);

        byte[] expected =
        [
            6, // 32-bit floating point
            2, // dimensions
            2,
            3,
            .. new float[] { 1, -2, 0.5f, 0, 0, 4 }.SelectMany(BitConverter.GetBytes),
        ];
        Assert.Equal(expected, file.ToArray());
    }

    [Fact]
    public void Writes_sizes_of_128_and_more_in_several_bytes()
    {
        using var scope = NewDisposeScope();
        using var file = new MemoryStream();
        zeros(300, 0).Save(file);

        // 300 = 2 * 128 + 44
        Assert.Equal([6, 2, 0x80 | 44, 2, 0], file.ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Int8)]
    [InlineData(ScalarType.Int16)]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Bool)]
    public void Reads_back_every_element_type(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var values = arange(0, 6).to(type).reshape(2, 3);

        var read = TensorExtensionMethods.Load(new BinaryReader(new MemoryStream(Saved(values))));

        Assert.Equal(type, read.dtype);
        Assert.True(read.Equals(values));
    }

    [Fact]
    public void Writes_elements_in_order_whatever_the_strides()
    {
        using var scope = NewDisposeScope();
        var matrix = arange(0, 6, dtype: ScalarType.Float32).reshape(2, 3);

        Assert.Equal(Saved(matrix.t().contiguous()), Saved(matrix.t()));
        Assert.Equal(Saved(matrix.select(1, 1).clone()), Saved(matrix.select(1, 1)));
    }

    [Fact]
    public void Reads_into_a_parameter_without_a_trace_for_gradients()
    {
        using var scope = NewDisposeScope();
        var parameter = nn.Parameter(zeros(3));

        parameter.Load(Reader(ones(3)));

        Assert.True(parameter.is_leaf);
        Assert.Equal([1, 1, 1], parameter.data<float>().ToArray());
    }

    [Fact]
    public void Reads_a_single_number()
    {
        using var scope = NewDisposeScope();
        Tensor? target = null;

        TensorExtensionMethods.Load(ref target, Reader(tensor(4.0)));

        Assert.Empty(target!.shape);
        Assert.Equal(4.0, target.item<double>());
    }

    [BeyondFact("the position moves by the size of the target instead of the saved tensor.")]
    public void Passes_over_a_tensor()
    {
        using var scope = NewDisposeScope();
        var both = new MemoryStream([.. Saved(ones(1000)), .. Saved(tensor(7.0))]);
        var reader = new BinaryReader(both);
        var target = zeros(2);

        target.Load(reader, skip: true);

        Assert.Equal([0, 0], target.data<float>().ToArray());
        Assert.Equal(7.0, TensorExtensionMethods.Load(reader).item<double>());
        Assert.Equal([1000], TensorExtensionMethods.Load(Reader(ones(1000)), skip: true).shape);
    }

    [Fact]
    public void Refuses_another_type_or_shape_and_changes_nothing()
    {
        using var scope = NewDisposeScope();
        var target = zeros(2);

        Assert.Throws<ArgumentException>(() => target.Load(Reader(ones(2, dtype: ScalarType.Float64))));
        Assert.Throws<ArgumentException>(() => target.Load(Reader(ones(3))));
        Assert.Equal([0, 0], target.data<float>().ToArray());
    }

    [BeyondTheory("memory is asked for first.")]
    [InlineData(new byte[] { 6, 1, 2, 0, 0, 0, 0, 0 })] // three bytes short
    [InlineData(new byte[] { 6, 1 })]
    [InlineData(
        new byte[] { 6, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F }
    )]
    public void Tells_when_data_ends_too_early_before_it_asks_for_memory(byte[] data)
    {
        using var scope = NewDisposeScope();
        Assert.Throws<EndOfStreamException>(() =>
            TensorExtensionMethods.Load(new BinaryReader(new MemoryStream(data)))
        );
    }

    [BeyondTheory("the errors are of other kinds.")]
    [InlineData(new byte[] { 99, 1, 2 })] // no such element type
    [InlineData(new byte[] { 8, 1, 2 })] // no such element type, between two that exist
    [InlineData(new byte[] { 6, 100, 1 })] // too many dimensions
    [InlineData(new byte[] { 6, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1 })] // endless number
    [InlineData(new byte[] { 6, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1 })] // negative number
    public void Tells_when_data_is_damaged(byte[] data)
    {
        using var scope = NewDisposeScope();
        Assert.Throws<InvalidDataException>(() =>
            TensorExtensionMethods.Load(new BinaryReader(new MemoryStream(data)))
        );
    }

    private static byte[] Saved(Tensor tensor)
    {
        using var file = new MemoryStream();
        tensor.Save(file);
        return file.ToArray();
    }

    private static BinaryReader Reader(Tensor tensor) => new(new MemoryStream(Saved(tensor)));
}
