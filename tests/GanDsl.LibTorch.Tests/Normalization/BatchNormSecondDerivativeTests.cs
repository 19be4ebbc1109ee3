using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Normalization;

/// <summary>The squared norm of a gradient, differentiated, in 32 bits against 64 bits.</summary>
public class BatchNormSecondDerivativeTests
{
    [Fact]
    public void Second_derivatives_agree()
    {
        var seed = 0;
        foreach (var one in BatchNormCase.Grid())
        {
            using var scope = NewDisposeScope();
            Closeness.Assert32(
                tensors =>
                {
                    var y = BatchNormCase.Call(tensors, one.Statistics(tensors[0].dtype));
                    var slope = autograd.grad([(y * tensors[3]).sum()], [tensors[0]], null, true, true)[0];
                    var penalty = slope.pow(2).sum();
                    return [slope, .. autograd.grad([penalty], [tensors[0], tensors[1], tensors[3]])];
                },
                [.. one.Draw(++seed), one.DrawUpstream(seed)],
                one.ToString(),
                1e-4
            );
        }
    }

    [Fact]
    public void Second_derivatives_by_every_gradient_agree()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            Closeness.Assert32(
                tensors =>
                {
                    var y = BatchNormCase.Call(tensors);
                    var slopes = autograd.grad([y.pow(3).sum()], tensors, null, true, true);
                    var penalty = slopes.Select(slope => slope.pow(2).mean()).Aggregate((sum, next) => sum + next);
                    return autograd.grad([penalty], tensors).ToArray();
                },
                one.Draw(1),
                one.ToString(),
                1e-4
            );
        }
    }

    /// <remarks>Bit 0 is the input, bit 1 the weight, bit 2 the bias.</remarks>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Second_derivatives_agree_where_some_are_frozen(int trained)
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            Closeness.Assert32(
                tensors =>
                {
                    Tensor[] mixed =
                    [
                        .. tensors.Take(3).Select((tensor, i) => (trained & (1 << i)) == 0 ? tensor.detach() : tensor),
                    ];
                    Tensor[] leaves = [.. mixed.Where(tensor => tensor.requires_grad)];
                    var loss = (BatchNormCase.Call(mixed) * tensors[3].pow(2)).sum();
                    var slopes = autograd.grad([loss], leaves, null, true, true);
                    var penalty = slopes.Select(slope => slope.pow(2).mean()).Aggregate((sum, next) => sum + next);

                    // The upstream gradient is always trained; bias and weight need not be reached.
                    return [.. slopes, .. autograd.grad([penalty], [tensors[3]])];
                },
                [.. one.Draw(2), one.DrawUpstream(2)],
                $"{one}, trained: {trained}",
                1e-4
            );
        }
    }

    [Fact]
    public void A_graph_that_is_kept_for_second_derivatives_gives_the_same_first_ones()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            var leaves = one.DrawLeaves(3);
            var loss = BatchNormCase.Call(leaves).pow(3).sum();

            var plain = autograd.grad([loss], leaves, retain_graph: true);
            var kept = autograd.grad([loss], leaves, null, true, true);

            for (var i = 0; i < 3; i++)
            {
                Assert.False(plain[i].requires_grad);
                Assert.True(kept[i].requires_grad);
                var bound = Math.Max(1, Closeness.Largest(kept[i])) * 1e-5;
                Assert.True(Closeness.Largest(plain[i] - kept[i]) <= bound, $"{one}: gradient {i}");
            }
        }
    }
}
