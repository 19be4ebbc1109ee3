using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.LinearLayers;

/// <summary>Threads and memory.</summary>
[Collection(nameof(GlobalState))]
public class LinearStateTests
{
    /// <remarks>
    /// Not the same bits: where input or output has one feature, the gradient of the weight is the product of a matrix and a
    /// vector, whose sums over the rows oneDNN shares among threads from a few hundred rows on.
    /// </remarks>
    [Fact]
    public void Threads_change_no_more_than_rounding()
    {
        LinearCase[] cases = [.. LinearCase.Grid(), new(256, 128, 128), new(64, 64, 6272), new(64, 6272, 1)];
        foreach (var one in cases)
        {
            using var scope = NewDisposeScope();
            Tensor[] drawn = [.. one.Draw(1), one.DrawUpstream(1)];
            var alone = Results(drawn, 1);
            var together = Results(drawn, 2);

            // Of absolute values, results are the sums of the absolute products.
            var scale = Results([.. drawn.Select(tensor => tensor.abs())], 1);
            for (var i = 0; i < alone.Length; i++)
            {
                var excess = (alone[i] - together[i]).abs() - (scale[i] * 1e-6);
                Assert.True(excess.le(0).all().item<bool>(), $"{one}: result {i} differs by more than rounding.");
            }
        }

        static Tensor[] Results(Tensor[] drawn, int threads)
        {
            var before = get_num_threads();
            set_num_threads(threads);
            try
            {
                var leaves = drawn[..^1].Select(tensor => tensor.detach().requires_grad_()).ToArray();
                var y = LinearCase.Call(leaves);
                return [y.detach(), .. autograd.grad([y], leaves, [drawn[^1]])];
            }
            finally
            {
                set_num_threads(before);
            }
        }
    }

    [Fact]
    public void A_graph_that_is_gone_holds_no_memory()
    {
        // The input has 2 MB.
        var one = new LinearCase(4096, 128, 64);
        using var scope = NewDisposeScope();
        var drawn = one.DrawLeaves(2);
        Take(3);
        var (before, tensors) = (Environment.WorkingSet, Tensor.TotalCount);

        Take(60);

        // Were only the input kept each time, it would be 120 MB, and the collector does not know of it.
        Assert.Equal(tensors, Tensor.TotalCount);
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 60 << 20);

        void Take(int times)
        {
            for (var i = 0; i < times; i++)
            {
                using var inner = NewDisposeScope();
                Tensor[] leaves = [drawn[0].detach().clone().requires_grad_(), drawn[1], drawn[2]];
                var loss = LinearCase.Call(leaves).pow(2).sum();
                var slope = autograd.grad([loss], [leaves[0]], retain_graph: true, create_graph: true)[0];
                _ = autograd.grad([slope.pow(2).sum()], [drawn[1]]);
            }
        }
    }
}
