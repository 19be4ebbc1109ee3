using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Normalization;

/// <summary>Results, gradients and running statistics in 32 bits against 64 bits, for many sizes.</summary>
public class BatchNormPrecisionTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    public void Results_gradients_and_statistics_agree(double momentum)
    {
        var seed = 0;
        foreach (var one in BatchNormCase.Grid())
        {
            using var scope = NewDisposeScope();
            Closeness.Assert32(
                tensors =>
                {
                    var statistics = one.Statistics(tensors[0].dtype);
                    var y = BatchNormCase.Call(tensors, statistics, momentum);
                    return [y, .. autograd.grad([y], tensors[..3], [tensors[3].detach()]), .. statistics];
                },
                [.. one.Draw(++seed), one.DrawUpstream(seed)],
                one.ToString()
            );
        }
    }

    [Fact]
    public void Several_calls_in_a_row_agree()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            Closeness.Assert32(
                tensors =>
                {
                    var statistics = one.Statistics(tensors[0].dtype);
                    var first = BatchNormCase.Call(tensors, statistics);
                    var second = BatchNormCase.Call([tensors[3], .. tensors[1..3]], statistics);
                    var third = BatchNormCase.Call([first * second, .. tensors[1..3]], statistics);
                    return [third, .. autograd.grad([third.pow(3).sum()], tensors), .. statistics];
                },
                [.. one.Draw(1), one.DrawUpstream(1)],
                one.ToString()
            );
        }
    }

    [Fact]
    public void Without_running_statistics_results_and_gradients_agree()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            foreach (var kept in new[] { 0, 1, 2 })
            {
                Closeness.Assert32(
                    tensors =>
                    {
                        // None of the two, the mean alone, the variance alone.
                        var statistics = one.Statistics(tensors[0].dtype);
                        var y = nn.functional.batch_norm(
                            tensors[0],
                            kept == 1 ? statistics[0] : null,
                            kept == 2 ? statistics[1] : null,
                            tensors[1],
                            tensors[2],
                            training: true
                        );
                        return [y, .. autograd.grad([y.pow(3).sum()], tensors), .. statistics];
                    },
                    one.Draw(2),
                    one.ToString()
                );
            }
        }
    }

    [Fact]
    public void Evaluation_agrees_and_moves_no_statistics()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            Closeness.Assert32(
                tensors =>
                {
                    var statistics = one.Statistics(tensors[0].dtype);
                    var y = nn.functional.batch_norm(tensors[0], statistics[0], statistics[1], tensors[1], tensors[2]);
                    var results = autograd.grad([y.pow(3).sum()], tensors);
                    Assert.True(statistics[0].Equals(one.Statistics(tensors[0].dtype)[0]));
                    Assert.True(statistics[1].Equals(one.Statistics(tensors[0].dtype)[1]));
                    return [y, .. results];
                },
                one.Draw(3),
                one.ToString()
            );
        }
    }

    [Fact]
    public void Eps_is_added_to_the_variance()
    {
        using var scope = NewDisposeScope();
        Closeness.Assert32(
            tensors =>
            {
                var y = nn.functional.batch_norm(
                    tensors[0],
                    null,
                    null,
                    tensors[1],
                    tensors[2],
                    training: true,
                    eps: 0.7
                );
                var slope = autograd.grad([y.pow(3).sum()], [tensors[0]], null, true, true)[0];
                return [y, slope, .. autograd.grad([slope.pow(2).sum()], tensors[..2])];
            },
            new BatchNormCase(5, 3, 4, 5).Draw(4),
            "eps"
        );
    }

    [Fact]
    public void A_channel_of_one_value_has_the_bias_as_output_and_no_gradient()
    {
        using var scope = NewDisposeScope();
        var drawn = new BatchNormCase(5, 3, 4, 5).Draw(5);
        var x = full([5, 3, 4, 5], 3f).requires_grad_();

        var y = BatchNormCase.Call([x, .. drawn[1..]]);
        y.sum().backward();

        Assert.True(Closeness.Largest(y - drawn[2].view(1, 3, 1, 1)) < 1e-3);
        Assert.True(Closeness.Largest(x.grad!) < 1e-3);
    }
}
