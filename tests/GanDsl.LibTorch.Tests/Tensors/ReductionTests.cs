using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Tensors;

public class ReductionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _x = tensor(
        new[,]
        {
            { -2.0, -0.5, 0.0 },
            { 0.3, 1.0, 4.0 },
        }
    );

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Reductions_over_everything()
    {
        Equal([2.8], _x.sum());
        Equal([2.8 / 6], _x.mean());
        Equal([4], _x.max());
        Equal([-2], _x.min());
        Assert.Equal(5, _x.argmax().ToInt64());
        Assert.Equal(0, _x.argmin().ToInt64());
        Equal([Math.Sqrt(4 + 0.25 + 0.09 + 1 + 16)], _x.norm());
        Equal([7.8], _x.norm(1f));
        Assert.True(_x.any().ToBoolean());
        Assert.False(_x.all().ToBoolean());
        Equal([0], _x.prod());
        Equal([0], _x.median());
        Assert.Equal(5, _x.count_nonzero().ToInt64());
    }

    [Fact]
    public void Reductions_along_dimensions()
    {
        Equal([-2.5, 5.3], _x.sum(1L));
        Equal([-1.7, 0.5, 4], _x.sum(0L));
        Assert.Equal([1L, 3], _x.sum([0L], keepdim: true).shape);
        Equal([-2.5 / 3, 5.3 / 3], _x.mean([1]));
        Equal([2.8], _x.sum(0L, 1L));
        Assert.Equal([0.3, 1, 4], _x.max(0).values.data<double>().ToArray());
        Assert.Equal([2L, 2], _x.max(1).indexes.data<long>().ToArray());
        Assert.Equal([0L, 0], _x.argmin(1).data<long>().ToArray());
        Equal([-2, -2.5, -2.5, 0.3, 1.3, 5.3], _x.cumsum(1));
        Equal([0, 4], _x.amax([1L]));
    }

    [Fact]
    public void Spread_is_pytorchs()
    {
        Equal([1.040832999733, 1.965536398374], _x.std(1L), 1e-12);
        Equal([13 / 18.0], _x.var(1L, false)[0], 1e-12);
        var (variance, mean) = _x.var_mean();
        Equal([2.8 / 6], mean);
        Equal([((4 + 0.25 + 0.09 + 1 + 16) - (2.8 * 2.8 / 6)) / 5], variance);
        Equal([-1.25, 0.65, -0.5, 1.0], _x.quantile(tensor(new[] { 0.25, 0.5 }), 1), 1e-12);
    }

    [Fact]
    public void Logarithms_of_sums_do_not_overflow()
    {
        Equal([1000 + Math.Log(2)], tensor(new[] { 1000.0, 1000 }).logsumexp(0));
        Equal([0.5, 0.5], nn.functional.softmax(tensor(new[] { 1000.0, 1000 }), 0));
    }

    [Fact]
    public void Sorting_tells_where_elements_were()
    {
        var (values, indices) = tensor(new[] { 3.0, 1, 2 }).sort();

        Equal([1, 2, 3], values);
        Assert.Equal([1L, 2, 0], indices.data<long>().ToArray());
        Assert.Equal([0L, 2, 1], tensor(new[] { 3.0, 1, 2 }).argsort(descending: true).data<long>().ToArray());
        Equal([3, 2], tensor(new[] { 3.0, 1, 2 }).topk(2).values);
    }

    [Fact]
    public void Distinct_elements_are_counted()
    {
        var (output, inverse, counts) = tensor(new[] { 2L, 1, 2 }).unique(return_counts: true);

        Assert.Equal([1L, 2], output.data<long>().ToArray());
        Assert.Null(inverse);
        Assert.Equal([1L, 2], counts!.data<long>().ToArray());
        Assert.Equal([0L, 1, 2], tensor(new[] { 2L, 1, 2 }).bincount(null).data<long>().ToArray());
        Assert.Equal([2f, 1], histc(tensor(new[] { 0f, 0.2f, 1f }), 2).data<float>().ToArray());
    }

    [Fact]
    public void Singular_values_of_a_known_matrix()
    {
        // A rotation times diag(3, 2).
        var (c, s) = (0.6, 0.8);
        var matrix = tensor(
            new[,]
            {
                { 3 * c, -2 * s },
                { 3 * s, 2 * c },
            }
        );
        var (u, values, vh) = linalg.svd(matrix);

        Equal([3, 2], linalg.svdvals(matrix), 1e-12);
        Equal(matrix.data<double>().ToArray(), u.matmul(diag(values)).matmul(vh), 1e-12);
        Equal([13], linalg.matrix_norm(matrix).square(), 1e-12);
        Equal([6], linalg.det(matrix), 1e-12);
        Equal([1, 0, 0, 1], linalg.inv(matrix).matmul(matrix), 1e-12);
        Equal(
            [2, 4],
            linalg.eigvalsh(
                tensor(
                    new[,]
                    {
                        { 3.0, 1 },
                        { 1, 3 },
                    }
                )
            ),
            1e-12
        );
        Equal([5], linalg.vector_norm(tensor(new[] { 3.0, 4 })));
    }

    [Fact]
    public void What_is_not_finite_is_found()
    {
        var odd = tensor(new[] { 1.0, double.NaN, double.PositiveInfinity });

        Assert.Equal([false, true, false], odd.isnan().data<bool>().ToArray());
        Assert.Equal([false, false, true], odd.isinf().data<bool>().ToArray());
        Assert.Equal([true, false, false], isfinite(odd).data<bool>().ToArray());
        Equal([1, 0, 9], odd.nan_to_num(posinf: 9));
    }

    private static void Equal(double[] expected, Tensor actual, double tolerance = 1e-14) =>
        Assert.Equal(
            expected,
            actual.data<double>().ToArray(),
            (one, other) => Math.Abs(one - other) <= tolerance * (1 + Math.Abs(one))
        );
}
