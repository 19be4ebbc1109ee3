using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Normalization;

/// <summary>Maps whose deviation is small against their mean, where sums lose digits.</summary>
public class BatchNormLargeMeanTests
{
    /// <summary>Rows of one vector, of a few and of very many.</summary>
    public static TheoryData<long[]> Shapes =>
        new()
        {
            { [1, 3, 16] },
            { [2, 17, 17] },
            { [5, 3, 7, 7] },
            { [64, 17, 14, 14] },
            { [64, 3, 4, 7, 7] },
            { [1, 3, 1024] },
            { [2, 3, 65536] },
            { [1, 1, 1048579] },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Are_no_worse_than_libtorchs_own(long[] shape)
    {
        using var scope = NewDisposeScope();
        var one = new BatchNormCase(shape);

        // The worst of several draws: a single one may be lucky for either.
        var (ours, libtorchs) = (new double[6], new double[6]);
        for (var seed = 1; seed <= 5; seed++)
        {
            var drawn = one.Draw(seed);
            var x = ((drawn[0] - 0.5) * (0.1 / 1.5)) + 1000;
            var upstream = one.DrawUpstream(seed);
            var exact = TwoPasses(x, drawn[1], upstream);
            Keep(ours, Results(one, x, drawn[1], zeros(one.Channels), upstream), exact);

            // Without a bias it is libtorch's operator that computes.
            Keep(libtorchs, Results(one, x, drawn[1], null, upstream), exact);
        }

        for (var i = 0; i < ours.Length; i++)
        {
            Assert.True(ours[i] <= (2 * libtorchs[i]) + 1e-7, $"result {i}: {ours[i]}, libtorch's: {libtorchs[i]}");
        }

        static void Keep(double[] worst, Tensor[] found, Tensor[] exact)
        {
            for (var i = 0; i < exact.Length; i++)
            {
                var error = Closeness.Largest(found[i] - exact[i]) / Math.Max(1e-30, Closeness.Largest(exact[i]));
                Assert.False(double.IsNaN(error));
                worst[i] = Math.Max(worst[i], error);
            }
        }
    }

    // Output, gradients of input and weight, of the bias if it is there, running mean and variance.
    private static Tensor[] Results(BatchNormCase one, Tensor x, Tensor weight, Tensor? bias, Tensor upstream)
    {
        var statistics = one.Statistics();
        Tensor[] leaves = [x.detach().requires_grad_(), weight.detach().requires_grad_()];
        bias = bias?.requires_grad_();
        var y = nn.functional.batch_norm(leaves[0], statistics[0], statistics[1], leaves[1], bias, training: true);
        y.backward([upstream]);
        return [y, leaves[0].grad!, leaves[1].grad!, .. statistics, bias?.grad ?? SumOfChannels(upstream)];
    }

    private static Tensor[] TwoPasses(Tensor input, Tensor factors, Tensor upstream)
    {
        var (x, weight, dy) = (Wide(input), OverChannels(Wide(factors), input), Wide(upstream));
        var count = x.numel() / x.shape[1];
        var mean = Mean(x);
        var centred = x - mean;
        var variance = Mean(centred.pow(2));
        var inverse = (variance + 1e-5).pow(-0.5);
        var unit = centred * inverse;
        var slope = (dy - Mean(dy) - (unit * Mean(dy * unit))) * inverse * weight;
        var before = new BatchNormCase(input.shape).Statistics(ScalarType.Float64);
        return
        [
            unit * weight,
            slope,
            SumOfChannels(dy * unit),
            (before[0] * 0.9) + (mean.flatten() * 0.1),
            (before[1] * 0.9) + (variance.flatten() * (0.1 * count / (count - 1))),
            SumOfChannels(dy),
        ];

        Tensor Mean(Tensor tensor) => OverChannels(SumOfChannels(tensor) / count, tensor);
    }

    private static Tensor Wide(Tensor tensor) => tensor.detach().to(ScalarType.Float64);

    private static Tensor SumOfChannels(Tensor tensor) => tensor.flatten(2).sum([0, 2]);

    private static Tensor OverChannels(Tensor channels, Tensor maps) =>
        channels.view([1, channels.numel(), .. Enumerable.Repeat(1L, (int)maps.dim() - 2)]);
}
