using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Tensors;

public class IndexingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _matrix = arange(12).view(3, 4);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Numbers_select()
    {
        Assert.Equal([4L, 5, 6, 7], Longs(_matrix[1]));
        Assert.Equal([8L, 9, 10, 11], Longs(_matrix[-1]));
        Assert.Equal(6, _matrix[1, 2].ToInt64());
        Assert.Empty(_matrix[1, 2].shape);
    }

    [Fact]
    public void Ranges_are_views()
    {
        Assert.Equal([4L, 5, 6, 7, 8, 9, 10, 11], Longs(_matrix[1..]));
        Assert.Equal([1L, 2, 5, 6, 9, 10], Longs(_matrix[TensorIndex.Colon, 1..3]));
        Assert.Equal([3L, 7, 11], Longs(_matrix[.., ^1]));
        Assert.Equal([0L, 2, 8, 10], Longs(_matrix[TensorIndex.Slice(step: 2), TensorIndex.Slice(step: 2)]));

        _matrix[1..2].fill_(0);
        Assert.Equal(4, _matrix.eq(0).sum().ToInt64() - 1);
    }

    [Fact]
    public void An_ellipsis_stands_for_the_dimensions_left()
    {
        var cube = arange(24).view(2, 3, 4);

        Assert.Equal([1L, 5, 9, 13, 17, 21], Longs(cube[TensorIndex.Ellipsis, 1]));
        Assert.Equal([4L, 16], Longs(cube[TensorIndex.Ellipsis, 1, 0]));
        Assert.Equal([2L, 3], cube[TensorIndex.Ellipsis, 1].shape);
    }

    [Fact]
    public void New_dimensions_have_size_one()
    {
        Assert.Equal([3L, 1, 4], _matrix[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal([1L, 3, 4], _matrix[TensorIndex.Null].shape);
        Assert.Equal([1L, 3, 4], _matrix[TensorIndex.Bool(true)].shape);
        Assert.Equal([0L, 3, 4], _matrix[TensorIndex.Bool(false)].shape);
    }

    [Fact]
    public void Tensors_gather()
    {
        Assert.Equal([8L, 9, 10, 11, 0, 1, 2, 3], Longs(_matrix[tensor(new[] { 2L, 0 })]));
        Assert.Equal([1L, 11], Longs(_matrix[tensor(new[] { 0L, 2 }), tensor(new[] { 1L, 3 })]));
        Assert.Equal([2L, 6, 10], Longs(_matrix[TensorIndex.Colon, TensorIndex.Tensor(tensor(new[] { 2L }))]));
        Assert.Equal([6L, 7, 8, 9, 10, 11], Longs(_matrix[_matrix > 5]));
        Assert.Equal([4L, 5, 6, 7], Longs(_matrix[TensorIndex.Tensor(tensor(1L))]));
    }

    [Fact]
    public void Parts_can_be_overwritten()
    {
        _matrix[0] = tensor(9L);
        _matrix[1, 1] = tensor(-1L);
        _matrix[TensorIndex.Colon, 3] = tensor(new[] { 7L, 8, 9 });

        Assert.Equal([9L, 9, 9, 7, 4, -1, 6, 8, 8, 9, 10, 9], Longs(_matrix));
    }

    [Fact]
    public void Gathered_elements_can_be_overwritten()
    {
        _matrix[_matrix > 9] = tensor(0L);
        _matrix.index_put_(5, TensorIndex.Tensor(tensor(new[] { 0L })));

        Assert.Equal([5L, 5, 5, 5, 4, 5, 6, 7, 8, 9, 0, 0], Longs(_matrix));
    }

    [Fact]
    public void An_index_given_twice_can_be_added_twice()
    {
        var counts = zeros([3], int64);
        counts.index_put_(tensor(new[] { 1L, 1, 1 }), [tensor(new[] { 0L, 2, 2 })], accumulate: true);

        Assert.Equal([1L, 0, 2], Longs(counts));
    }

    [Fact]
    public void Leading_sizes_of_one_fall_away_when_overwriting()
    {
        _matrix[0] = ones([1, 4], int64);

        Assert.Equal([1L, 1, 1, 1], Longs(_matrix[0]));
    }

    [Fact]
    public void Gradients_flow_through_a_part()
    {
        var x = arange(4, float64).requires_grad_();
        (x[1..3] * 3).sum().backward();

        Assert.Equal([0.0, 3, 3, 0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Indices_out_of_range_are_told()
    {
        Assert.Contains("out of range", Assert.Throws<ExternalException>(() => _matrix[3]).Message);
        Assert.Contains("out of bounds", Assert.Throws<ExternalException>(() => _matrix[tensor(new[] { 5L })]).Message);
        Assert.Throws<ExternalException>(() => _matrix[0, 0, 0]);
    }

    [Fact]
    public void Only_the_part_itself_is_left_over()
    {
        using var scope = NewDisposeScope();
        var part = _matrix[1.., TensorIndex.Ellipsis, 2];

        Assert.Same(part, Assert.Single(scope.DisposablesView));
    }

    private static long[] Longs(Tensor tensor) => tensor.data<long>().ToArray();
}
