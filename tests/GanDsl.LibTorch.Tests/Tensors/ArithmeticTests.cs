using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Tensors;

public class ArithmeticTests : IDisposable
{
    private static readonly double[] Left = [-2, 0.5, 3];
    private static readonly double[] Right = [4, -0.25, 1.5];

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _x = tensor(Left);
    private readonly Tensor _y = tensor(Right);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Operators_work_element_by_element()
    {
        Equal(Pairs((a, b) => a + b), _x + _y);
        Equal(Pairs((a, b) => a - b), _x - _y);
        Equal(Pairs((a, b) => a * b), _x * _y);
        Equal(Pairs((a, b) => a / b), _x / _y);
        Equal(Pairs((a, b) => a - (b * Math.Floor(a / b))), _x % _y);
        Equal(Left.Select(a => -a), -_x);
    }

    [Fact]
    public void Numbers_stand_on_either_side()
    {
        Equal(Left.Select(a => a + 2), _x + 2);
        Equal(Left.Select(a => 2 + a), 2L + _x);
        Equal(Left.Select(a => a - 0.5), _x - 0.5f);
        Equal(Left.Select(a => 0.5 - a), 0.5 - _x);
        Equal(Left.Select(a => a * 3), 3 * _x);
        Equal(Left.Select(a => a / 4), _x / 4);
        Equal(Left.Select(a => 1 / a * 4), 4 / _x);
        Equal(Left.Select(a => a * 2), _x * (Scalar)2);
    }

    [Fact]
    public void A_number_does_not_change_the_type_of_a_tensor()
    {
        Assert.Equal(ScalarType.Float32, (ones(1) * 2.5).dtype);
        Assert.Equal(ScalarType.Int64, (ones(1, int64) * 2).dtype);
        Assert.Equal(ScalarType.Float32, (ones(1, int64) * 2.5).dtype);
    }

    [Fact]
    public void Comparisons_give_truth_values()
    {
        Assert.Equal([false, true, true], (_x > _y).data<bool>().ToArray());
        Assert.Equal([true, false, false], (_x < 0).data<bool>().ToArray());
        Assert.Equal([true, true, false], (_x <= 0.5).data<bool>().ToArray());
        Assert.Equal([false, true, true], (_x >= 0.5).data<bool>().ToArray());
        Assert.Equal([false, true, false], (_x == 0.5).data<bool>().ToArray());
        Assert.Equal([true, false, true], (_x != 0.5).data<bool>().ToArray());
        Assert.Equal([false, false, true], (1 < _x).data<bool>().ToArray());
        Assert.Equal([false, true, false], ((_x > 0) & (_y < 0)).data<bool>().ToArray());
        Assert.Equal([true, true, true], ((_x > 0) | (_y > 0)).data<bool>().ToArray());
        Assert.Equal([true, false, false], (~(_x > 0)).data<bool>().ToArray());
    }

    [Fact]
    public void Equals_compares_the_whole()
    {
        Assert.True(_x.Equals(tensor(Left)));
        Assert.False(_x.Equals(_y));
        Assert.True(_x.allclose(_x + 1e-9));
        Assert.False(_x.allclose(_y));
        Assert.False(_x.Equals((object)"text"));
    }

    [Fact]
    public void Functions_are_those_of_Math()
    {
        (Func<Tensor, Tensor> Torch, Func<double, double> Math)[] functions =
        [
            (x => x.abs(), Math.Abs),
            (x => x.exp(), Math.Exp),
            (x => x.expm1(), a => Math.Exp(a) - 1),
            (x => x.abs().log(), a => Math.Log(Math.Abs(a))),
            (x => x.abs().log1p(), a => Math.Log(1 + Math.Abs(a))),
            (x => x.abs().log2(), a => Math.Log2(Math.Abs(a))),
            (x => x.abs().log10(), a => Math.Log10(Math.Abs(a))),
            (x => x.abs().sqrt(), a => Math.Sqrt(Math.Abs(a))),
            (x => x.abs().rsqrt(), a => 1 / Math.Sqrt(Math.Abs(a))),
            (x => x.square(), a => a * a),
            (x => x.pow(3), a => a * a * a),
            (x => x.reciprocal(), a => 1 / a),
            (x => x.sign(), a => Math.Sign(a)),
            (x => x.floor(), Math.Floor),
            (x => x.ceil(), Math.Ceiling),
            (x => x.round(), a => Math.Round(a, MidpointRounding.ToEven)),
            (x => x.trunc(), Math.Truncate),
            (x => x.sin(), Math.Sin),
            (x => x.cos(), Math.Cos),
            (x => x.tan(), Math.Tan),
            (x => x.tanh(), Math.Tanh),
            (x => x.atan(), Math.Atan),
            (x => x.sinh(), Math.Sinh),
            (x => x.cosh(), Math.Cosh),
            (x => x.sigmoid(), a => 1 / (1 + Math.Exp(-a))),
            (x => x.relu(), a => Math.Max(a, 0)),
            (x => x.leaky_relu(0.2), a => a > 0 ? a : 0.2 * a),
            (x => x.softplus(), a => Math.Log(1 + Math.Exp(a))),
            (x => x.clamp(-1, 1), a => Math.Clamp(a, -1, 1)),
            (x => x.clamp_min(0), a => Math.Max(a, 0)),
            (x => x.clamp_max(0), a => Math.Min(a, 0)),
            (x => x.clamp(min: (Scalar)0), a => Math.Max(a, 0)),
            (x => exp(x), Math.Exp),
            (x => tanh(x), Math.Tanh),
            (x => pow(x, 2), a => a * a),
        ];

        foreach (var (torch, math) in functions)
        {
            Equal(Left.Select(math), torch(_x));
        }
    }

    [Fact]
    public void In_place_operators_change_and_return_the_tensor_itself()
    {
        (Func<Tensor, Tensor> Change, Func<double, double> Math)[] changes =
        [
            (x => x.add_(2), a => a + 2),
            (x => x.sub_(2), a => a - 2),
            (x => x.mul_(2), a => a * 2),
            (x => x.div_(2), a => a / 2),
            (x => x.add_(ones(3, float64), 5), a => a + 5),
            (x => x.exp_(), Math.Exp),
            (x => x.neg_(), a => -a),
            (x => x.abs_().sqrt_(), a => Math.Sqrt(Math.Abs(a))),
            (x => x.clamp_(0, 1), a => Math.Clamp(a, 0, 1)),
            (x => x.fill_(4), _ => 4),
            (x => x.copy_(ones(3)), _ => 1),
            (x => x.addcmul_(full([3], 2.0, float64), full([3], 3.0, float64), 0.5), a => a + 3),
            (x => x.addcdiv_(full([3], 2.0, float64), full([3], 4.0, float64), 2), a => a + 1),
            (x => x.lerp_(full([3], 1.0, float64), tensor(0.25)), a => a + (0.25 * (1 - a))),
            (x => x.relu_(), a => Math.Max(a, 0)),
        ];

        foreach (var (change, math) in changes)
        {
            var x = tensor(Left);
            Assert.Same(x, change(x));
            Equal(Left.Select(math), x);
        }

        var zeroed = tensor(Left);
        zeroed.zero_();
        Equal([0, 0, 0], zeroed);
    }

    [Fact]
    public void Quotients_round_as_asked()
    {
        Equal([-1, 1, 0], tensor(new[] { -3.0, 3, 1 }).div(2, RoundingMode.trunc));
        Equal([-2, 1, 0], tensor(new[] { -3.0, 3, 1 }).div(2, RoundingMode.floor));
    }

    [Fact]
    public void Products_are_those_of_a_loop()
    {
        double[,] a =
        {
            { 1, 2, 3 },
            { 4, 5, 6 },
        };
        double[,] b =
        {
            { 1, -1 },
            { 0.5, 2 },
            { 3, 0 },
        };
        double[] expected = [11, 3, 24.5, 6];

        Equal(expected, tensor(a).matmul(tensor(b)));
        Equal(expected, mm(tensor(a), tensor(b)));
        Equal(expected, tensor(a).unsqueeze(0).bmm(tensor(b).unsqueeze(0)));
        Equal(expected.Select(value => (2 * value) + 0.5), ones(2, 2, float64).addmm(tensor(a), tensor(b), 0.5f, 2));
        Equal([14, 32], tensor(a).mv(tensor(new[] { 1.0, 2, 3 })));
        Equal([14], tensor(new[] { 1.0, 2, 3 }).dot(tensor(new[] { 1.0, 2, 3 })));
        Equal(expected, einsum("ij,jk->ik", tensor(a), tensor(b)));
    }

    private static IEnumerable<double> Pairs(Func<double, double, double> function) => Left.Zip(Right, function);

    private static void Equal(IEnumerable<double> expected, Tensor actual) =>
        Assert.Equal(
            expected,
            actual.data<double>().ToArray(),
            (one, other) => Math.Abs(one - other) <= 1e-14 * (1 + Math.Abs(one))
        );
}
