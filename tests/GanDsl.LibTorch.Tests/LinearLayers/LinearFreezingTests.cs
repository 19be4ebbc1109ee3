using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.LinearLayers;

/// <summary>What stays fixed has no gradient and is not kept for one; what is kept must not change.</summary>
public class LinearFreezingTests
{
    private static readonly LinearCase[] Cases = [new(5, 17, 3), new([2, 3], 17, 3), new(64, 100, 16)];

    [Fact]
    public void What_is_frozen_has_no_gradient_and_the_others_have_the_same()
    {
        foreach (var one in Cases)
        {
            using var scope = NewDisposeScope();
            var all = Gradients(one, 7);
            for (var trained = 0; trained < 7; trained++)
            {
                var some = Gradients(one, trained);
                for (var i = 0; i < 3; i++)
                {
                    Assert.Equal((trained & (1 << i)) == 0, some[i] is null);
                    Assert.True(some[i] is null || some[i]!.Equals(all[i]!));
                }
            }
        }

        static Tensor?[] Gradients(LinearCase one, int trained)
        {
            var drawn = one.Draw(1);
            for (var i = 0; i < 3; i++)
            {
                drawn[i].requires_grad = (trained & (1 << i)) != 0;
            }

            var y = LinearCase.Call(drawn);
            Assert.Equal(trained != 0, y.requires_grad);
            if (trained != 0)
            {
                y.pow(2).sum().backward();
            }

            return [.. drawn.Select(tensor => tensor.grad)];
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_kept_tensor_that_changed_is_noticed(int changed)
    {
        foreach (var one in Cases)
        {
            using var scope = NewDisposeScope();
            var drawn = one.Draw(2);
            drawn[1 - changed].requires_grad = true;
            var y = LinearCase.Call(drawn);
            drawn[changed].mul_(2);

            Assert.Contains(
                "modified by an inplace operation",
                Assert.ThrowsAny<Exception>(() => y.sum().backward()).Message
            );
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void A_tensor_that_no_gradient_needs_may_change(ScalarType type)
    {
        foreach (var one in Cases)
        {
            using var scope = NewDisposeScope();
            var drawn = one.Draw(3).Select(tensor => tensor.to(type)).ToArray();
            foreach (var (trained, changed) in new[] { (0, 0), (1, 1), (2, 0), (2, 1), (2, 2) })
            {
                var tensors = drawn.Select(tensor => tensor.clone()).ToArray();
                tensors[trained].requires_grad = true;
                var expected = autograd.grad([LinearCase.Call(tensors).sum()], [tensors[trained]])[0];

                var y = LinearCase.Call(tensors);
                using (no_grad())
                {
                    tensors[changed].mul_(2);
                }

                Assert.True(autograd.grad([y.sum()], [tensors[trained]])[0].Equals(expected));
            }
        }
    }

    [Fact]
    public void A_penalty_reaches_what_is_trained_where_the_weight_is_frozen()
    {
        using var scope = NewDisposeScope();
        var drawn = new LinearCase(5, 17, 3).Draw(4);
        drawn[0].requires_grad = true;
        var slope = autograd.grad([LinearCase.Call(drawn).pow(2).sum()], [drawn[0]], null, true, true)[0];

        slope.pow(2).sum().backward();

        Assert.Equal(drawn[0].shape, drawn[0].grad!.shape);
        Assert.Null(drawn[1].grad);
    }
}
