using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Tensors;

public class ShapeTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _cube = arange(24).view(2, 3, 4);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void A_tensor_describes_itself()
    {
        var tensor = zeros([2, 3], float64);

        Assert.Equal([2L, 3], tensor.shape);
        Assert.Equal(2, tensor.ndim);
        Assert.Equal(2, tensor.dim());
        Assert.Equal(6, tensor.numel());
        Assert.Equal(3, tensor.size(-1));
        Assert.Equal([3L, 1], tensor.stride());
        Assert.Equal(8, tensor.element_size());
        Assert.Equal(DeviceType.CPU, tensor.device_type);
        Assert.Equal("cpu", tensor.device.ToString());
        Assert.True(tensor.is_leaf && tensor.is_contiguous() && tensor.is_floating_point() && tensor.is_cpu());
        Assert.False(tensor.is_cuda || tensor.is_integral() || tensor.requires_grad);
        Assert.Equal("[2x3], type = Float64, device = cpu", tensor.ToString());
        Assert.Equal("[], type = Float32, device = cpu", torch.tensor(1f).ToString());
    }

    [Fact]
    public void Shapes_change_as_asked()
    {
        (Func<Tensor, Tensor> Change, long[] Shape)[] changes =
        [
            (x => x.view(4, 6), [4, 6]),
            (x => x.view(-1), [24]),
            (x => x.reshape(6, -1), [6, 4]),
            (x => x.flatten(), [24]),
            (x => x.flatten(1), [2, 12]),
            (x => x.unflatten(2, 2, 2), [2, 3, 2, 2]),
            (x => x.unflatten(-1, -1, 2), [2, 3, 2, 2]),
            (x => x.unsqueeze(1), [2, 1, 3, 4]),
            (x => x.unsqueeze(0).squeeze(0), [2, 3, 4]),
            (x => x.unsqueeze(0).squeeze(), [2, 3, 4]),
            (x => x.transpose(0, 2), [4, 3, 2]),
            (x => x.permute(2, 0, 1), [4, 2, 3]),
            (x => x[0].t(), [4, 3]),
            (x => x.narrow(1, 1, 2), [2, 2, 4]),
            (x => x.select(1, 0), [2, 4]),
            (x => x.slice(2, 0, 4, 2), [2, 3, 2]),
            (x => x[0].expand(5, 3, 4), [5, 3, 4]),
            (x => x.unsqueeze(0).expand_as(zeros(7, 2, 3, 4)), [7, 2, 3, 4]),
            (x => x.repeat(2, 1, 3), [4, 3, 12]),
            (x => cat(new[] { x, x }, 1), [2, 6, 4]),
            (x => stack([x, x], -1), [2, 3, 4, 2]),
            (x => x.index_select(1, tensor(new[] { 0L, 2 })), [2, 2, 4]),
            (x => x.roll([1L], [0L]), [2, 3, 4]),
            (x => nn.functional.pad(x, [1L, 2]), [2, 3, 7]),
        ];

        foreach (var (change, shape) in changes)
        {
            Assert.Equal(shape, change(_cube).shape);
        }
    }

    [Fact]
    public void Elements_go_where_they_should()
    {
        var matrix = arange(6).view(2, 3);

        Equal([0, 3, 1, 4, 2, 5], matrix.t());
        Equal([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5], cat(new[] { matrix, matrix }));
        Equal([0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5], cat([matrix, matrix], 1));
        Equal([0, 0, 1, 1, 2, 2], matrix[0].repeat_interleave(2));
        Equal([2, 1, 0, 5, 4, 3], matrix.flip(1));
        Equal([2, 0, 1, 5, 3, 4], matrix.roll(1, 1));
        Equal(
            [2, 3],
            matrix.gather(
                1,
                tensor(
                    new[,]
                    {
                        { 2L },
                        { 0L },
                    }
                )
            )
        );
        Equal(
            [0, 9, 2, 9, 4, 5],
            matrix.scatter(
                1,
                tensor(
                    new[,]
                    {
                        { 1L },
                        { 0L },
                    }
                ),
                full([2, 1], 9, int64)
            )
        );
        Equal([-1, -1, -1, 3, 4, 5], matrix.masked_fill(matrix < 3, -1));
        Equal([3, 4, 5], matrix.masked_select(matrix > 2));
        Equal([0, 1, 2, 0, 0, 0], where(matrix < 3, matrix, zeros_like(matrix)));
        Equal([0, 0, 0, 3, 0, 0], matrix.tril(-1));
        Equal([0, 1, 2, 0, 4, 5], matrix.triu());
    }

    [Fact]
    public void Parts_of_a_whole()
    {
        var parts = arange(7).chunk(3);
        var splits = arange(7).split([2, 5]);
        var pieces = arange(7).split(3);

        Assert.Equal([3L, 3, 1], parts.Select(part => part.numel()));
        Assert.Equal([2L, 5], splits.Select(part => part.numel()));
        Assert.Equal([3L, 3, 1], pieces.Select(part => part.numel()));
        Assert.Equal([0L, 1, 2], arange(3).unbind().Select(part => part.ToInt64()));
        Equal([5, 6], splits[1][3..]);
    }

    [Fact]
    public void Errors_name_the_shapes()
    {
        (Action Act, string Message)[] errors =
        [
            (() => ones(2, 3).matmul(ones(2, 3)), "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)"),
            (() => _ = ones(2) + ones(3), "The size of tensor a (2) must match the size of tensor b (3)"),
            (() => ones(6).view(4), "shape '[4]' is invalid for input of size 6"),
            (() => cat(new[] { ones(2, 2), ones(3, 3) }), "Sizes of tensors must match except in dimension 0"),
            (() => stack([ones(2), ones(3)]), "stack expects each tensor to be equal size"),
            (() => ones(2).size(1), "Dimension out of range"),
            (() => zeros([-1L]), "negative dimension"),
            (
                () => nn.functional.conv2d(ones(1, 3, 4, 4), ones(2, 4, 3, 3)),
                "expected input[1, 3, 4, 4] to have 4 channels"
            ),
            (() => ones(2).view(2, 1).t().add_(ones(5, 2)), "doesn't match the broadcast shape"),
        ];

        foreach (var (act, message) in errors)
        {
            var error = Assert.Throws<ExternalException>(act);

            Assert.Contains(message, error.Message);
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    [Fact]
    public void A_shape_that_does_not_multiply_out_is_told() =>
        Assert.Contains("size 4", Assert.ThrowsAny<Exception>(() => _cube.unflatten(2, 3, 2)).Message);

    [Fact]
    public void More_memory_than_there_is_is_an_error() =>
        Assert.Contains("allocate", Assert.Throws<ExternalException>(() => empty([1L << 46])).Message);

    private static void Equal(long[] expected, Tensor actual) => Assert.Equal(expected, actual.data<long>().ToArray());
}
