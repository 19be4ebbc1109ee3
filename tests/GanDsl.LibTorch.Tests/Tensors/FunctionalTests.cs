using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace GanDsl.LibTorch.Tests.Tensors;

/// <summary>Numbers without a formula beside them are PyTorch 1.13's for the same input.</summary>
public class FunctionalTests : IDisposable
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
    public void Activations_are_pytorchs()
    {
        Equal([-0.605265301734, -0.275428538201, 0, 0.3, 1, 4], F.elu(_x, 0.7));
        Equal([-1.520166468596, -0.691758187803, 0, 0.315210296207, 1.050700987355, 4.202803949422], F.selu(_x));
        Equal([-0.045500263896, -0.154268769363, 0, 0.185373426657, 0.841344746069, 3.999873315033], F.gelu(_x));
        Equal([-0.238405844044, -0.188770334399, 0, 0.172332755043, 0.73105857863, 3.928055160152], F.silu(_x));
        Equal([-0.252501482696, -0.220743774652, 0, 0.208001372348, 0.865098388267, 3.997412806976], F.mish(_x));
        Equal([-0.4, -0.4, 0, 0.3, 0.9, 0.9], F.hardtanh(_x, -0.4, 0.9));
        Equal([-0.659797166513, -0.35732083831, 0, 0.3, 1, 4], F.celu(_x, 0.7));
        Equal([-0.333333333333, -0.208333333333, 0, 0.165, 0.666666666667, 4], F.hardswish(_x));
        Equal(
            [0.009074963959, 0.156630843759, 0.34657359028, 0.518743975243, 1.063464005521, 4.000167703186],
            F.softplus(_x, 2)
        );
        Equal(
            [-2.126928011043, -0.97407698418, -0.69314718056, -0.554355244469, -0.313261687518, -0.018149927918],
            F.logsigmoid(_x)
        );
        Equal(
            [-2.554956919642, -1.054956919642, -0.554956919642, -3.771865297301, -3.071865297301, -0.071865297301],
            F.log_softmax(_x, 1)
        );
        Equal([-2 / 3.0, -0.5 / 1.5, 0, 0.3 / 1.3, 0.5, 0.8], F.softsign(_x));
    }

    [Fact]
    public void Logits_far_from_zero_stay_exact()
    {
        var far = tensor(new[] { -1000.0, 1000 });

        Equal([-1000, 0], F.logsigmoid(far));
        Equal([0, 1000], F.softplus(far));
        Equal([0, 1000], F.binary_cross_entropy_with_logits(far, zeros(2, float64), reduction: nn.Reduction.None));
    }

    [Fact]
    public void In_place_activations_overwrite_and_return_another_tensor_of_the_same_data()
    {
        var x = _x.clone();
        var returned = F.relu(x, inplace: true);

        Assert.NotSame(x, returned);
        Equal([0, 0, 0, 0.3, 1, 4], x);
        returned.Dispose();
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void A_linear_map_is_its_definition() =>
        Equal(
            [1 + 4 + 9 + 10, -1 + 0 + 3 + 20],
            F.linear(
                tensor(new[] { 1.0, 2, 3 }),
                tensor(
                    new[,]
                    {
                        { 1.0, 2, 3 },
                        { -1, 0, 1 },
                    }
                ),
                tensor(new[] { 10.0, 20 })
            )
        );

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(1, 2, 2)]
    public void A_convolution_is_that_of_a_loop(int stride, int padding, int dilation)
    {
        var input = arange(2 * 5 * 6, float64).sin().view(1, 2, 5, 6);
        var weight = arange(3 * 2 * 2 * 3, float64).cos().view(3, 2, 2, 3);
        var bias = tensor(new[] { 0.5, -1, 2 });

        var actual = F.conv2d(input, weight, bias, [stride, stride], [padding, padding], [dilation, dilation]);

        Equal(Convolve(input, weight, bias, stride, padding, dilation), actual);
    }

    [Fact]
    public void A_transposed_convolution_is_the_adjoint_of_the_convolution()
    {
        // <conv(x), y> = <x, conv_transpose(y)> for the same weight.
        var x = arange(2 * 7 * 7, float64).sin().view(1, 2, 7, 7);
        var weight = arange(3 * 2 * 3 * 3, float64).cos().view(3, 2, 3, 3);
        var convolved = F.conv2d(x, weight, null, [2, 2], [1, 1]);
        var y = arange(convolved.numel(), float64).cos().view(convolved.shape);
        var back = F.conv_transpose2d(y, weight, null, [2, 2], [1, 1]);

        Assert.Equal(x.shape, back.shape);
        Equal([(convolved * y).sum().ToDouble()], (x * back).sum());
    }

    [Fact]
    public void Convolutions_in_one_and_three_dimensions_agree_with_two()
    {
        var input = arange(2 * 3 * 8, float64).sin().view(2, 3, 8);
        var weight = arange(4 * 3 * 3, float64).cos().view(4, 3, 3);
        var expected = F.conv2d(input.unsqueeze(2), weight.unsqueeze(2), null, [1, 2], [0, 1]).squeeze(2);

        Equal(expected.data<double>().ToArray(), F.conv1d(input, weight, null, 2, 1));
        Equal(
            expected.data<double>().ToArray(),
            F.conv3d(input.view(2, 3, 1, 1, 8), weight.view(4, 3, 1, 1, 3), null, [1, 1, 2], [0, 0, 1])
        );
        Assert.Equal([2L, 3, 16], F.conv_transpose1d(F.conv1d(input, weight, null, 1, 1), weight, null, 2, 1, 1).shape);
        Assert.Equal(
            input.shape,
            F.conv1d_padding(input, arange(9, float64).view(3, 3, 1).repeat(1, 1, 3), padding: Padding.Same).shape
        );
    }

    [Fact]
    public void Padding_is_pytorchs()
    {
        var a = arange(12, float32).view(1, 1, 3, 4);

        Assert.Equal(
            [1f, 0, 1, 2, 3, 2, 5, 4, 5, 6, 7, 6, 9, 8, 9, 10, 11, 10, 5, 4, 5, 6, 7, 6],
            F.pad(a, [1L, 1, 0, 1], PaddingModes.Reflect).data<float>().ToArray()
        );
        Assert.Equal([7f, 0, 1], F.pad(arange(2, float32), (1, 0), value: 7).data<float>().ToArray());
    }

    [Fact]
    public void Batch_normalisation_is_its_definition_and_updates_the_running_statistics()
    {
        var input = _x;
        var mean = zeros(3, float64);
        var variance = ones(3, float64);
        var actual = F.batch_norm(input, mean, variance, training: true, momentum: 0.1, eps: 1e-5);

        var expected = new double[6];
        double[] means = [-0.85, 0.25, 2];
        double[] variances = [1.3225, 0.5625, 4];
        for (var i = 0; i < 6; i++)
        {
            expected[i] = (input.data<double>()[i] - means[i % 3]) / Math.Sqrt(variances[i % 3] + 1e-5);
        }

        Equal(expected, actual);
        Equal(means.Select(one => 0.1 * one).ToArray(), mean);
        // The running variance is the unbiased one: n / (n - 1) = 2.
        Equal(variances.Select(one => 0.9 + (0.1 * 2 * one)).ToArray(), variance);
    }

    [Fact]
    public void Losses_are_their_definitions()
    {
        var target = _x.sigmoid() * 0.5;
        double[] bce = [0.246130933065, 0.56846215138, 0.69314718056, 0.768188866947, 0.947732398203, 2.054122347842];

        Equal(bce, F.binary_cross_entropy_with_logits(_x, target, reduction: nn.Reduction.None));
        Equal([bce.Average()], F.binary_cross_entropy_with_logits(_x, target));
        Equal([bce.Sum()], F.binary_cross_entropy(_x.sigmoid(), target, reduction: nn.Reduction.Sum));
        Equal([(4 + 0.25 + 0.09 + 1 + 16) / 6], F.mse_loss(_x, zeros_like(_x)));
        Equal([7.8 / 6], F.l1_loss(_x, zeros_like(_x)));
        Equal([(0.554956919642 + 3.771865297301) / 2], F.cross_entropy(_x, tensor(new[] { 2L, 0 })));
        Assert.Equal([0L, 0, 1, 1, 0, 0], F.one_hot(tensor(new[] { 2L, 0 })).data<long>().ToArray());
    }

    [Fact]
    public void Whole_channels_are_dropped()
    {
        var dropped = F.dropout2d(ones(50, 4, 3, 3), 0.5);
        var sums = dropped.sum([2L, 3]).data<float>().ToArray();

        Assert.All(sums, sum => Assert.True(sum is 0 or 18));
        Assert.Contains(0f, sums);
        Assert.Contains(18f, sums);
        Assert.Equal([4L, 3, 3], F.dropout2d(ones(4, 3, 3)).shape);
        Assert.True(F.dropout2d(ones(1, 4, 3, 3), 0.5, training: false).Equals(ones(1, 4, 3, 3)));
    }

    private static double[] Convolve(Tensor input, Tensor weight, Tensor bias, int stride, int padding, int dilation)
    {
        var (x, w, b) = (input.data<double>(), weight.data<double>(), bias.data<double>());
        var (inputs, outputs, kernelHeight, kernelWidth) = (2, 3, 2, 3);
        var height = (5 + (2 * padding) - (dilation * (kernelHeight - 1)) - 1) / stride + 1;
        var width = (6 + (2 * padding) - (dilation * (kernelWidth - 1)) - 1) / stride + 1;
        var result = new double[outputs * height * width];
        for (var o = 0; o < outputs; o++)
        for (var i = 0; i < height; i++)
        for (var j = 0; j < width; j++)
        {
            var sum = b[o];
            for (var c = 0; c < inputs; c++)
            for (var k = 0; k < kernelHeight; k++)
            for (var l = 0; l < kernelWidth; l++)
            {
                var (row, column) = (i * stride - padding + (k * dilation), j * stride - padding + (l * dilation));
                if (row is >= 0 and < 5 && column is >= 0 and < 6)
                {
                    sum += x[0, c, row, column] * w[o, c, k, l];
                }
            }

            result[(((o * height) + i) * width) + j] = sum;
        }

        return result;
    }

    private static void Equal(double[] expected, Tensor actual) =>
        Assert.Equal(
            expected,
            actual.data<double>().ToArray(),
            (one, other) => Math.Abs(one - other) <= 1e-11 * (1 + Math.Abs(one))
        );
}
