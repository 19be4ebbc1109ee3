using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Tensors;

public class HostTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Every_element_type_goes_there_and_back()
    {
        RoundTrip<byte>([1, 2, 255], values => tensor(values), ScalarType.Byte);
        RoundTrip<sbyte>([-128, 0, 127], values => tensor(values), ScalarType.Int8);
        RoundTrip<short>([short.MinValue, 0, short.MaxValue], values => tensor(values), ScalarType.Int16);
        RoundTrip<int>([int.MinValue, 0, int.MaxValue], values => tensor(values), ScalarType.Int32);
        RoundTrip<long>([long.MinValue, 0, long.MaxValue], values => tensor(values), ScalarType.Int64);
        RoundTrip<float>([float.NegativeInfinity, 0.1f, float.MaxValue], values => tensor(values), ScalarType.Float32);
        RoundTrip<double>(
            [double.MinValue, 0.1, double.PositiveInfinity],
            values => tensor(values),
            ScalarType.Float64
        );
        RoundTrip<bool>([true, false, true], values => tensor(values), ScalarType.Bool);
        RoundTrip<Half>([(Half)1.5f, Half.MaxValue], values => from_array(values), ScalarType.Float16);
    }

    [Fact]
    public void Single_numbers_have_the_type_of_their_literal()
    {
        Assert.Equal(ScalarType.Float64, tensor(1.5).dtype);
        Assert.Equal(ScalarType.Float32, tensor(1.5f).dtype);
        Assert.Equal(ScalarType.Int32, tensor(1).dtype);
        Assert.Equal(ScalarType.Int64, tensor(1L).dtype);
        Assert.Equal(ScalarType.Bool, tensor(true).dtype);
        Assert.Equal(ScalarType.Float32, tensor(1.5, float32).dtype);
        Assert.Empty(tensor(1.5).shape);
    }

    [Fact]
    public void Arrays_keep_their_shape()
    {
        var matrix = tensor(
            new[,]
            {
                { 1, 2, 3 },
                { 4, 5, 6 },
            }
        );
        var cube = tensor(new float[2, 3, 4]);

        Assert.Equal([2L, 3], matrix.shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], matrix.data<int>().ToArray());
        Assert.Equal([2L, 3, 4], cube.shape);
        Assert.Equal(
            new[,]
            {
                { 1, 2, 3 },
                { 4, 5, 6 },
            },
            matrix.data<int>().ToNDArray()
        );
    }

    [Fact]
    public void Elements_take_the_shape_given()
    {
        float[] elements = [1, 2, 3, 4, 5, 6];

        Assert.Equal([2L, 3], tensor(elements, [2, 3]).shape);
        Assert.Equal([3L, 2], tensor(elements, 3, 2).shape);
        Assert.Equal([6L], tensor((IList<float>)elements).shape);
        Assert.Equal([2L, 1], tensor(new List<float> { 1, 2 }, 2, 1).shape);
        Assert.Equal([1.0, 2, 3, 4, 5, 6], tensor(elements, float64).data<double>().ToArray());
        Assert.Contains(
            "[4, 2] needs 8 elements",
            Assert.Throws<ArgumentException>(() => tensor(elements, 4, 2)).Message
        );
    }

    [Fact]
    public void The_tensor_is_a_copy_of_the_array()
    {
        float[] elements = [1, 2];
        var copy = tensor(elements);
        elements[0] = 9;

        Assert.Equal(1, copy[0].ToSingle());
    }

    [Fact]
    public void Empty_arrays_become_empty_tensors()
    {
        var none = tensor(Array.Empty<float>());

        Assert.Equal([0L], none.shape);
        Assert.Empty(none.data<float>().ToArray());
        Assert.Empty(none.data<float>());
    }

    [Fact]
    public void Elements_of_a_transposed_tensor_come_in_its_own_order()
    {
        var transposed = tensor(
                new float[,]
                {
                    { 1, 2, 3 },
                    { 4, 5, 6 },
                }
            )
            .t();
        var data = transposed.data<float>();

        Assert.False(transposed.is_contiguous());
        Assert.Equal([1f, 4, 2, 5, 3, 6], data.ToArray());
        Assert.Equal([1f, 4, 2, 5, 3, 6], data.AsEnumerable());
        Assert.Equal(5, data[1, 1]);
        Assert.Equal(2, data[2]);
        Assert.Equal(
            new float[,]
            {
                { 1, 4 },
                { 2, 5 },
                { 3, 6 },
            },
            data.ToNDArray()
        );
    }

    [Fact]
    public void Elements_of_a_stepped_view_come_in_its_own_order()
    {
        var view = arange(10)[TensorIndex.Slice(1, null, 3)];

        Assert.Equal([1L, 4, 7], view.data<long>().ToArray());
        Assert.Equal([3L], view.stride());
        Assert.Equal(1, view.storage_offset());
    }

    [Fact]
    public void Elements_can_be_written()
    {
        var target = zeros(2, 2);
        var data = target.t().data<float>();

        data[0, 1] = 3;
        data[3] = 4;
        Assert.Equal([0f, 0, 3, 4], target.data<float>().ToArray());
        data.CopyFrom([5, 6], tensorIndex: 1);
        Assert.Equal([0f, 6, 5, 4], target.data<float>().ToArray());
    }

    [Fact]
    public void Elements_are_copied_as_far_as_there_is_room()
    {
        var room = new long[4];
        arange(10).data<long>().CopyTo(room, arrayIndex: 1, tensorIndex: 5);

        Assert.Equal([0L, 5, 6, 7], room);
    }

    [Fact]
    public void Indices_out_of_range_are_refused()
    {
        var data = zeros(2, 2).data<float>();

        Assert.Throws<IndexOutOfRangeException>(() => data[4]);
        Assert.Throws<IndexOutOfRangeException>(() => data[2, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => data[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.CopyTo(new float[1], tensorIndex: 4));
    }

    [Fact]
    public void The_wrong_element_type_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => zeros(2).data<double>());

        Assert.Contains("Float32", error.Message);
        Assert.Contains("Double", error.Message);
    }

    [Fact]
    public void Item_needs_exactly_one_element()
    {
        Assert.Equal(2.5f, full(1, 2.5f).item<float>());
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
        Assert.Throws<ArgumentException>(() => zeros(1).item<double>());
    }

    [Fact]
    public void One_element_converts_to_every_number()
    {
        var value = tensor(3.75);

        Assert.Equal(3.75f, value.ToSingle());
        Assert.Equal(3.75, value.ToDouble());
        Assert.Equal((Half)3.75, value.ToHalf());
        Assert.Equal(3, value.ToInt32());
        Assert.Equal(3L, value.ToInt64());
        Assert.Equal((short)3, value.ToInt16());
        Assert.Equal((byte)3, value.ToByte());
        Assert.Equal((sbyte)3, value.ToSByte());
        Assert.True(value.ToBoolean());
        Assert.False(tensor(0).ToBoolean());
        Assert.Equal(3.75, (double)value);
        Assert.Equal(7, tensor(7L).ToInt32());
        Assert.ThrowsAny<Exception>(() => zeros(2).ToSingle());
    }

    [Fact]
    public void Bytes_are_the_memory_itself()
    {
        var target = tensor(new[] { 1, 2 });
        target.bytes[0] = 7;

        Assert.Equal(7, target[0].ToInt32());
        Assert.Equal(8, target.bytes.Length);
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length);
        target.bytes = BitConverter.GetBytes(5L);
        Assert.Equal([5, 0], target.data<int>().ToArray());
        Assert.Throws<ArgumentException>(() => target.bytes = new byte[3]);
    }

    [Fact]
    public void Types_convert()
    {
        var numbers = tensor(new[] { -1.7f, 0, 2.2f });

        Assert.Equal([-1L, 0, 2], numbers.to(int64).data<long>().ToArray());
        Assert.Equal([true, false, true], numbers.to_type(ScalarType.Bool).data<bool>().ToArray());
        Assert.Equal(ScalarType.Float64, numbers.type_as(tensor(1.0)).dtype);
        Assert.Equal(ScalarType.Float16, numbers.half().dtype);
        Assert.Equal(ScalarType.Float64, numbers.to(float64, CPU).dtype);
    }

    [Fact]
    public void Converting_to_the_same_type_shares_memory_unless_a_copy_is_asked_for()
    {
        var source = zeros(2);
        source.to(float32).fill_(1);
        source.to(float32, copy: true).fill_(2);

        Assert.Equal([1f, 1], source.data<float>().ToArray());
    }

    [Fact]
    public void The_source_of_a_conversion_can_be_disposed_with_it()
    {
        var source = zeros(2);
        var converted = source.to(float64, disposeAfter: true);

        Assert.True(source.IsInvalid);
        Assert.Equal(ScalarType.Float64, converted.dtype);
    }

    private static void RoundTrip<T>(T[] values, Func<T[], Tensor> make, ScalarType type)
        where T : unmanaged
    {
        var there = make(values);

        Assert.Equal(type, there.dtype);
        Assert.Equal(values, there.data<T>().ToArray());
        Assert.Equal(values, there.alias().flip(0).flip(0).data<T>().ToArray());
    }
}
