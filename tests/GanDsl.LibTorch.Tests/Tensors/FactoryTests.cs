using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Tensors;

public class FactoryTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Every_overload_gives_its_shape()
    {
        Assert.Equal([3L], zeros(3).shape);
        Assert.Equal([3L, 2], ones(3, 2).shape);
        Assert.Equal([3L, 2, 1], empty(3, 2, 1).shape);
        Assert.Equal([3L, 2, 1, 4], rand(3, 2, 1, 4).shape);
        Assert.Equal([3L, 2, 1, 4], randn(3L, 2L, 1L, 4L).shape);
        Assert.Equal([1L, 2, 3, 4, 5], zeros([1, 2, 3, 4, 5]).shape);
        Assert.Equal([2L, 2], full([2, 2], 1.5).shape);
        Assert.Equal([0L], zeros(0).shape);
        Assert.Empty(zeros([]).shape);
    }

    [Fact]
    public void Types_default_as_in_TorchSharp()
    {
        Assert.Equal(ScalarType.Float32, zeros(1).dtype);
        Assert.Equal(ScalarType.Int64, full(1, 3).dtype);
        Assert.Equal(ScalarType.Float32, full(1, 3.5).dtype);
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.5).dtype);
        Assert.Equal(ScalarType.Int64, randint(5, [2L]).dtype);
        Assert.Equal(ScalarType.Int64, randperm(3).dtype);
        Assert.Equal(ScalarType.Bool, full([1], true, @bool).dtype);
        Assert.Equal(ScalarType.Float32, get_default_dtype());
    }

    [Fact]
    public void Ranges_hold_what_they_should()
    {
        Assert.Equal([2L, 4, 6], arange(2, 8, 2).data<long>().ToArray());
        Assert.Equal([0f, 0.5f, 1], linspace(0, 1, 3).data<float>().ToArray());
        Assert.Equal([1f, 0, 0, 1, 0, 0], eye(3, 2).data<float>().ToArray());
        Assert.Equal([1f, 0, 0, 1], eye(2).data<float>().ToArray());
        Assert.Equal([7f, 7], full([2], 7, float32).data<float>().ToArray());
    }

    [Fact]
    public void Leaves_require_gradients_when_asked()
    {
        Assert.True(zeros([2], requires_grad: true).requires_grad);
        Assert.True(tensor(new[] { 1f }, requires_grad: true).is_leaf);
        Assert.True(randn(2, requires_grad: true).requires_grad);
        Assert.False(ones(2).requires_grad);
        Assert.ThrowsAny<Exception>(() => ones(2, int64, requires_grad: true));
    }

    [Fact]
    public void Like_functions_copy_shape_and_type()
    {
        var template = ones([2, 3], float64);

        Assert.Equal(0, zeros_like(template).sum().ToDouble());
        Assert.Equal(6, template.ones_like().sum().ToDouble());
        Assert.Equal(ScalarType.Float64, empty_like(template).dtype);
        Assert.Equal(ScalarType.Float32, zeros_like(template, float32).dtype);
        Assert.Equal(15, full_like(template, 2.5).sum().ToDouble());
    }

    [Fact]
    public void Threads_can_be_counted() => Assert.True(get_num_threads() >= 1 && get_num_interop_threads() >= 1);

    [Fact]
    public void A_number_that_was_disposed_is_refused()
    {
        Scalar number = 3;
        number.Dispose();

        Assert.ThrowsAny<InvalidOperationException>(() => ones(1).add(number));
    }

    [Theory]
    [InlineData(3.9, 3L)]
    [InlineData(-3.9, -3L)]
    public void Fractions_are_cut_off(double value, long expected) => Assert.Equal(expected, ((Scalar)value).ToInt64());
}
