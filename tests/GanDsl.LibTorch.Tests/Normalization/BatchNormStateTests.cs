using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Normalization;

/// <summary>Threads and memory.</summary>
[Collection(nameof(GlobalState))]
public class BatchNormStateTests
{
    [Fact]
    public void Threads_change_no_bit()
    {
        // Large enough that channels are shared among threads.
        BatchNormCase[] cases = [.. BatchNormCase.Few, new(64, 17, 14, 14), new(5, 3, 130, 130), new(64, 3, 16)];
        foreach (var one in cases)
        {
            using var scope = NewDisposeScope();
            var (alone, together) = (Results(one, 1), Results(one, 2));
            for (var i = 0; i < alone.Length; i++)
            {
                Assert.True(alone[i].Equals(together[i]), $"{one}: result {i}");
            }
        }

        static Tensor[] Results(BatchNormCase one, int threads)
        {
            var before = get_num_threads();
            set_num_threads(threads);
            try
            {
                var leaves = one.DrawLeaves(1);
                var statistics = one.Statistics();
                var y = BatchNormCase.Call(leaves, statistics);
                return [y.detach(), .. autograd.grad([y], leaves, [one.DrawUpstream(1)]), .. statistics];
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
        var one = new BatchNormCase(32, 16, 32, 32);
        using var scope = NewDisposeScope();
        var drawn = one.DrawLeaves(2);
        Take(3);
        var (before, tensors) = (Environment.WorkingSet, Tensor.TotalCount);

        Take(40);

        // Were only the input kept each time, it would be 80 MB, and the collector does not know of it.
        Assert.Equal(tensors, Tensor.TotalCount);
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 40 << 20);

        void Take(int times)
        {
            for (var i = 0; i < times; i++)
            {
                using var inner = NewDisposeScope();
                Tensor[] leaves = [drawn[0].detach().clone().requires_grad_(), drawn[1], drawn[2]];
                var loss = BatchNormCase.Call(leaves).pow(3).sum();
                var slope = autograd.grad([loss], [leaves[0]], retain_graph: true, create_graph: true)[0];
                _ = autograd.grad([slope.pow(2).sum()], [drawn[1]]);
            }
        }
    }
}
