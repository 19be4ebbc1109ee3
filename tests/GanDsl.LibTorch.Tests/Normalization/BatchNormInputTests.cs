using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Normalization;

/// <summary>Views, and where gradients are recorded.</summary>
public class BatchNormInputTests
{
    private static readonly BatchNormCase One = new(5, 3, 4, 5);

    /// <summary>From contiguous maps to ones of the same sizes that are not.</summary>
    public static TheoryData<string, Func<Tensor, Tensor>> Views =>
        new()
        {
            { "transposed", tensor => tensor.transpose(2, 3).contiguous().transpose(2, 3) },
            { "channels last", tensor => tensor.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2) },
            { "part of a larger one", tensor => cat([tensor, tensor], 1).narrow(1, 1, 3) },
            { "one example", tensor => tensor.narrow(0, 1, 1).expand(tensor.shape) },
            { "one channel", tensor => tensor.narrow(1, 1, 1).expand(tensor.shape) },
            { "one row", tensor => tensor.narrow(2, 1, 1).expand(tensor.shape) },
        };

    [Theory]
    [MemberData(nameof(Views))]
    public void Takes_views(string name, Func<Tensor, Tensor> view)
    {
        using var scope = NewDisposeScope();
        var drawn = One.Draw(1);
        var upstream = One.DrawUpstream(1);
        Assert.False(view(drawn[0]).is_contiguous());

        Closeness.Assert32(
            tensors =>
            {
                var statistics = One.Statistics(tensors[0].dtype);
                var y = BatchNormCase.Call([view(tensors[0]), .. tensors[1..]], statistics);
                return [y, .. autograd.grad([y.pow(3).sum()], tensors), .. statistics];
            },
            drawn,
            $"input: {name}"
        );
        Closeness.Assert32(
            tensors =>
            {
                var y = BatchNormCase.Call(tensors[..3]);
                return [.. autograd.grad([y], tensors[..3], [view(tensors[3].detach())])];
            },
            [.. drawn, upstream],
            $"gradient: {name}"
        );
        Closeness.Assert32(
            tensors =>
            {
                var y = BatchNormCase.Call(tensors[..3]);
                var slope = autograd.grad([y], [tensors[0]], [view(tensors[3])], true, true)[0];
                return [slope, .. autograd.grad([slope.pow(2).sum()], [tensors[0], tensors[1], tensors[3]])];
            },
            [.. drawn, upstream],
            $"gradient, twice: {name}",
            1e-4
        );
    }

    [Fact]
    public void Takes_an_upstream_gradient_of_one_number()
    {
        using var scope = NewDisposeScope();
        foreach (var one in BatchNormCase.Few)
        {
            // That of a sum is expanded. Of it the gradients of input and weight are zero: what is left is the rounding of the mean.
            Closeness.Assert32(
                tensors => [.. autograd.grad([BatchNormCase.Call(tensors).sum()], tensors)],
                one.Draw(2),
                one.ToString(),
                1e-4
            );
        }
    }

    [Fact]
    public void Takes_views_of_weight_bias_and_statistics()
    {
        using var scope = NewDisposeScope();
        Closeness.Assert32(
            tensors =>
            {
                var type = tensors[0].dtype;
                var statistics = ones([3, 2], type);
                var views = new[] { statistics.select(1, 0), statistics.select(1, 1) };
                var weight = cat([tensors[1], tensors[1]]).slice(0, 0, 6, 2);
                var bias = tensors[2].narrow(0, 0, 1).expand(3);
                var y = BatchNormCase.Call([tensors[0], weight, bias], views);
                return [y, .. autograd.grad([y.pow(3).sum()], tensors), statistics];
            },
            One.Draw(3),
            "views"
        );
    }

    [Fact]
    public void Records_only_where_gradients_are_on()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            var leaves = one.DrawLeaves(4);
            var before = one.Statistics();
            var recorded = BatchNormCase.Call(leaves, before);

            using (no_grad())
            {
                AssertPlain(leaves);
            }

            using (inference_mode())
            {
                AssertPlain(leaves);
            }

            AssertPlain([.. leaves.Select(tensor => tensor.detach())]);
            Assert.True(recorded.requires_grad);

            void AssertPlain(Tensor[] tensors)
            {
                var statistics = one.Statistics();
                var plain = BatchNormCase.Call(tensors, statistics);
                Assert.False(plain.requires_grad);
                Assert.True(plain.Equals(recorded));
                Assert.True(statistics[0].Equals(before[0]) && statistics[1].Equals(before[1]));
            }
        }
    }

    [Fact]
    public void The_output_may_be_changed_in_place()
    {
        foreach (var one in BatchNormCase.Few)
        {
            using var scope = NewDisposeScope();
            Closeness.Assert32(
                tensors =>
                {
                    var y = BatchNormCase.Call(tensors).mul_(2);
                    return [y, .. autograd.grad([y.pow(3).sum()], tensors)];
                },
                one.Draw(5),
                one.ToString()
            );
        }
    }

    [Fact]
    public void A_graph_can_be_walked_twice_where_it_is_kept_and_only_there()
    {
        using var scope = NewDisposeScope();
        var leaves = One.DrawLeaves(6);
        var loss = BatchNormCase.Call(leaves).pow(3).sum();

        loss.backward(retain_graph: true);
        var once = leaves.Select(leaf => leaf.grad!.clone()).ToArray();
        loss.backward();

        for (var i = 0; i < 3; i++)
        {
            Assert.True(leaves[i].grad!.Equals(once[i] * 2));
        }

        Assert.Contains("second time", Assert.ThrowsAny<Exception>(() => loss.backward()).Message);
    }
}
