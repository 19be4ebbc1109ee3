using GanDsl.LibTorch.Tests.Convolutions;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.LinearLayers;

/// <summary>Views, inputs without an element, and what may be done to inputs and outputs.</summary>
public class LinearInputTests
{
    private static readonly LinearCase One = new(5, 17, 3);

    /// <summary>From a contiguous matrix to one of the same sizes that is not.</summary>
    public static TheoryData<string, Func<Tensor, Tensor>> Views =>
        new()
        {
            { "transposed", tensor => tensor.t().contiguous().t() },
            { "columns of a wider one", tensor => cat([tensor, tensor, tensor], 1).narrow(1, 1, tensor.shape[1]) },
            { "every other row", tensor => tensor.repeat_interleave(2, 0).slice(0, 0, 2 * tensor.shape[0], 2) },
            { "one row", tensor => tensor.narrow(0, 1, 1).expand(tensor.shape) },
            { "one column", tensor => tensor.narrow(1, 1, 1).expand(tensor.shape) },
            { "one number", tensor => tensor.narrow(0, 0, 1).narrow(1, 0, 1).expand(tensor.shape) },
        };

    [Theory]
    [MemberData(nameof(Views))]
    public void Takes_views(string name, Func<Tensor, Tensor> view)
    {
        using var scope = NewDisposeScope();
        var drawn = One.Draw(1);
        Assert.False(view(drawn[0]).is_contiguous() || view(drawn[1]).is_contiguous());

        Precision.Assert32(tensors => Results(view(tensors[0]), tensors[1], tensors), drawn, $"input: {name}");
        Precision.Assert32(tensors => Results(tensors[0], view(tensors[1]), tensors), drawn, $"weight: {name}");
        Precision.Assert32(
            tensors =>
            {
                var y = LinearCase.Call(tensors[..3]);
                var slope = autograd.grad([y], [tensors[0]], [view(tensors[3])], true, true)[0];
                return [slope, .. autograd.grad([y], tensors[1..3], [view(tensors[3])], retain_graph: true)];
            },
            [.. drawn, One.DrawUpstream(1)],
            $"gradient: {name}"
        );

        static Tensor[] Results(Tensor x, Tensor weight, Tensor[] leaves)
        {
            var y = nn.functional.linear(x, weight, leaves[2]);
            return [y, .. autograd.grad([y.pow(2).sum()], leaves)];
        }
    }

    [Fact]
    public void Takes_views_of_more_dimensions_and_of_the_bias()
    {
        using var scope = NewDisposeScope();
        Precision.Assert32(
            tensors =>
            {
                var x = tensors[0].transpose(0, 1);
                var bias = cat([tensors[2], tensors[2]]).slice(0, 0, 6, 2);
                var y = nn.functional.linear(x, tensors[1], bias);
                return
                [
                    y,
                    .. autograd.grad([y.sum()], tensors, retain_graph: true),
                    .. autograd.grad([y.transpose(0, 2).contiguous().pow(2).sum()], tensors),
                ];
            },
            new LinearCase([4, 5], 17, 3).Draw(2),
            "three dimensions"
        );
    }

    [Theory]
    [InlineData(5)]
    [InlineData(257)]
    public void Records_only_where_gradients_are_on(long rows)
    {
        using var scope = NewDisposeScope();
        var drawn = new LinearCase(rows, 17, 16).DrawLeaves(3);
        var recorded = LinearCase.Call(drawn);

        using (no_grad())
        {
            AssertPlain(LinearCase.Call(drawn));
        }

        using (inference_mode())
        {
            AssertPlain(LinearCase.Call(drawn));
        }

        AssertPlain(LinearCase.Call([.. drawn.Select(tensor => tensor.detach())]));
        Assert.True(recorded.requires_grad);

        void AssertPlain(Tensor plain)
        {
            Assert.False(plain.requires_grad);
            Assert.True(plain.Equals(recorded));
        }
    }

    /// <summary>Sizes of the input and the size of the output, of which some are zero.</summary>
    public static TheoryData<long[], long> EmptyShapes =>
        new()
        {
            { [0, 17], 3 },
            { [0, 5, 17], 3 },
            { [5, 0, 17], 3 },
            { [5, 0], 3 },
            { [5, 17], 0 },
        };

    [Theory]
    [MemberData(nameof(EmptyShapes))]
    public void Takes_what_has_no_element(long[] input, long outputs)
    {
        using var scope = NewDisposeScope();
        var one = new LinearCase(input[..^1], input[^1], outputs);
        var drawn = one.DrawLeaves(4);

        var y = LinearCase.Call(drawn);
        y.sum().backward();

        Assert.Equal(one.OutputShape, y.shape);
        Assert.True((y - drawn[2]).eq(0).all().item<bool>());
        foreach (var tensor in drawn[..2])
        {
            Assert.Equal(tensor.shape, tensor.grad!.shape);
            Assert.True(tensor.grad!.eq(0).all().item<bool>());
        }
    }

    [Fact]
    public void The_output_may_be_changed_in_place()
    {
        foreach (var rows in new long[][] { [5], [2, 3] })
        {
            using var scope = NewDisposeScope();
            Precision.Assert32(
                tensors =>
                {
                    var y = LinearCase.Call(tensors).mul_(2);
                    return [y, .. autograd.grad([y.pow(2).sum()], tensors)];
                },
                new LinearCase(rows, 17, 3).Draw(5),
                "changed in place"
            );
        }
    }

    [Fact]
    public void A_graph_can_be_walked_twice_where_it_is_kept_and_only_there()
    {
        using var scope = NewDisposeScope();
        var drawn = One.DrawLeaves(6);
        var loss = LinearCase.Call(drawn).pow(2).sum();

        loss.backward(retain_graph: true);
        var once = drawn[1].grad!.clone();
        loss.backward();

        Assert.True(drawn[1].grad!.Equals(once * 2));
        Assert.Contains("second time", Assert.ThrowsAny<Exception>(() => loss.backward()).Message);
    }
}
