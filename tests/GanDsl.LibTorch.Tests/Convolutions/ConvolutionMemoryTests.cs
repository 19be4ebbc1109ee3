using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Convolutions;

/// <summary>What the graph of a convolution holds goes with it.</summary>
[Collection(nameof(GlobalState))]
public class ConvolutionMemoryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_graph_that_is_gone_holds_no_memory(bool isTransposed)
    {
        // Input and output have 2 MB and 3 MB.
        var one = new ConvolutionCase
        {
            IsTransposed = isTransposed,
            Batch = 1,
            InputChannels = 9,
            OutputChannels = 13,
            Size = [240, 240],
            Kernel = [1, 1],
            Stride = [1, 1],
            Padding = [0, 0],
            OutputPadding = [0, 0],
            Dilation = [1, 1],
        };
        using var scope = NewDisposeScope();
        var drawn = one.Draw(12);
        foreach (var tensor in drawn)
        {
            tensor.requires_grad = true;
        }

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
                var loss = one.Call(leaves).pow(2).sum();
                var slope = autograd.grad([loss], [leaves[0]], retain_graph: true, create_graph: true)[0];
                _ = autograd.grad([slope.pow(2).sum()], [drawn[1]]);
            }
        }
    }
}
