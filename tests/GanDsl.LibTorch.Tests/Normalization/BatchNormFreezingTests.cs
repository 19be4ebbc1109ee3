using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Normalization;

/// <summary>What stays fixed has no gradient and is not kept for one; what is kept must not change.</summary>
public class BatchNormFreezingTests
{
    /// <remarks>Bit 0 is the input, bit 1 the weight, bit 2 the bias.</remarks>
    [Fact]
    public void What_is_frozen_has_no_gradient_and_the_others_have_the_same()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            var all = Gradients(one, 7);
            for (var trained = 0; trained < 7; trained++)
            {
                var some = Gradients(one, trained);
                for (var i = 0; i < 3; i++)
                {
                    Assert.Equal((trained & (1 << i)) == 0, some[i] is null);
                    if (some[i] is { } gradient)
                    {
                        // Not the same bits: that of the bias alone is a sum of libtorch's.
                        var bound = Math.Max(1, Closeness.Largest(all[i]!)) * (trained == 4 ? 1e-6 : 0);
                        Assert.True(Closeness.Largest(gradient - all[i]!) <= bound, $"{one}, {trained}: gradient {i}");
                    }
                }
            }
        }

        static Tensor?[] Gradients(BatchNormCase one, int trained)
        {
            var drawn = one.Draw(1);
            for (var i = 0; i < 3; i++)
            {
                drawn[i].requires_grad = (trained & (1 << i)) != 0;
            }

            var y = BatchNormCase.Call(drawn);
            Assert.Equal(trained != 0, y.requires_grad);
            if (trained != 0)
            {
                y.pow(3).sum().backward();
            }

            return [.. drawn.Select(tensor => tensor.grad)];
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_kept_tensor_that_changed_is_noticed(int trained, int changed)
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            var drawn = one.Draw(2);
            drawn[trained].requires_grad = true;
            var y = BatchNormCase.Call(drawn);
            using (no_grad())
            {
                drawn[changed].mul_(2);
            }

            Assert.Contains(
                "modified by an inplace operation",
                Assert.ThrowsAny<Exception>(() => y.sum().backward()).Message
            );
        }
    }

    [BeyondTheory("libtorch keeps all of them.")]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    public void A_tensor_that_no_gradient_needs_may_change(int trained, int changed)
    {
        using var scope = NewDisposeScope();
        var tensors = new BatchNormCase(5, 3, 4, 5).Draw(3);
        tensors[trained].requires_grad = true;
        var expected = autograd.grad([BatchNormCase.Call(tensors).pow(3).sum()], [tensors[trained]])[0];

        var y = BatchNormCase.Call(tensors);
        using (no_grad())
        {
            tensors[changed].mul_(2);
        }

        Assert.True(autograd.grad([y.pow(3).sum()], [tensors[trained]])[0].Equals(expected));
    }

    [Fact]
    public void Statistics_move_forwards_and_not_backwards()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            var leaves = one.DrawLeaves(4);
            var statistics = one.Statistics();
            var loss = BatchNormCase.Call(leaves, statistics).pow(3).sum();
            var moved = statistics.Select(tensor => tensor.clone()).ToArray();
            Assert.False(moved[0].Equals(one.Statistics()[0]) || moved[1].Equals(one.Statistics()[1]));

            loss.backward(retain_graph: true);
            var slope = autograd.grad([loss], [leaves[0]], null, true, true)[0];
            slope.pow(2).sum().backward();

            Assert.True(statistics[0].Equals(moved[0]) && statistics[1].Equals(moved[1]));
        }
    }

    [Fact]
    public void A_later_batch_may_move_the_statistics_before_the_gradient_of_an_earlier_one()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            var leaves = one.DrawLeaves(5);
            var expected = autograd.grad([BatchNormCase.Call(leaves, one.Statistics()).pow(3).sum()], leaves);
            var statistics = one.Statistics();

            var y = BatchNormCase.Call(leaves, statistics);
            BatchNormCase.Call([one.DrawUpstream(5), .. leaves[1..]], statistics);
            var found = autograd.grad([y.pow(3).sum()], leaves);

            for (var i = 0; i < 3; i++)
            {
                Assert.True(found[i].Equals(expected[i]), $"{one}: gradient {i}");
            }
        }
    }
}
