using GanDsl.LibTorch.Tests.Convolutions;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.LinearLayers;

/// <summary>Results and gradients in 32 bits against 64 bits, for many sizes.</summary>
public class LinearPrecisionTests
{
    /// <summary>Sizes of the input, then the size of the output.</summary>
    public static TheoryData<long[], long> Shapes =>
        new()
        {
            { [17], 3 },
            { [1], 1 },
            { [2, 3, 17], 5 },
            { [1, 1, 1], 1 },
            { [3, 1, 2, 16], 17 },
            { [2, 3, 1, 2, 3], 1 },
        };

    [Fact]
    public void Results_and_gradients_agree()
    {
        var seed = 0;
        foreach (var one in LinearCase.Grid())
        {
            AssertFirstDerivatives(one, ++seed);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Results_and_gradients_agree_in_any_number_of_dimensions(long[] input, long outputs)
    {
        foreach (var hasBias in new[] { false, true })
        {
            AssertFirstDerivatives(new(input[..^1], input[^1], outputs, hasBias), 1);
        }
    }

    [Fact]
    public void Second_derivatives_agree()
    {
        var seed = 0;
        foreach (var one in LinearCase.Grid().Where(one => one.Rows[0] is 1 or 5 or 64))
        {
            AssertSecondDerivatives(one, ++seed);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Second_derivatives_agree_in_any_number_of_dimensions(long[] input, long outputs)
    {
        foreach (var hasBias in new[] { false, true })
        {
            AssertSecondDerivatives(new(input[..^1], input[^1], outputs, hasBias), 2);
        }
    }

    [Fact]
    public void A_gradient_penalty_reaches_the_weight_alone()
    {
        using var scope = NewDisposeScope();

        // The slope of a sum does not depend on the input: only the weight has a gradient.
        Precision.Assert32(
            tensors =>
            {
                var slope = autograd.grad([LinearCase.Call(tensors).sum()], [tensors[0]], null, true, true)[0];
                return autograd.grad([slope.pow(2).sum()], [tensors[1]]).ToArray();
            },
            new LinearCase(5, 17, 3).Draw(3),
            "penalty"
        );
    }

    [Fact]
    public void Third_derivatives_agree()
    {
        using var scope = NewDisposeScope();
        Precision.Assert32(
            tensors =>
            {
                var loss = LinearCase.Call(tensors).pow(3).sum();
                var first = autograd.grad([loss], [tensors[0]], null, true, true)[0];
                var second = autograd.grad([first.pow(2).sum()], [tensors[1]], null, true, true)[0];
                return autograd.grad([second.pow(2).sum()], tensors).ToArray();
            },
            new LinearCase(3, 4, 2).Draw(4),
            "third derivative"
        );
    }

    [Fact]
    public void A_tensor_may_be_input_and_weight()
    {
        using var scope = NewDisposeScope();
        Precision.Assert32(
            tensors =>
            {
                var y = nn.functional.linear(tensors[0], tensors[0]);
                return [y, .. autograd.grad([y.pow(2).sum()], [tensors[0]])];
            },
            [new LinearCase(17, 17, 1).Draw(5)[0]],
            "x by x"
        );
    }

    [Fact]
    public void What_was_in_memory_does_not_matter()
    {
        foreach (var one in LinearCase.Grid().Where(one => !one.HasBias))
        {
            using var scope = NewDisposeScope();
            var drawn = one.Draw(6);

            // The output may get the memory of one of these.
            for (var i = 0; i < 4; i++)
            {
                full(one.OutputShape, double.NaN).Dispose();
            }

            Assert.False(LinearCase.Call(drawn).isnan().any().item<bool>(), one.ToString());
        }
    }

    private static void AssertFirstDerivatives(LinearCase one, int seed)
    {
        using var scope = NewDisposeScope();
        Precision.Assert32(
            tensors =>
            {
                var output = LinearCase.Call(tensors[..^1]);
                return [output, .. autograd.grad([output], tensors[..^1], [tensors[^1].detach()])];
            },
            [.. one.Draw(seed), one.DrawUpstream(seed)],
            one.ToString()
        );
    }

    private static void AssertSecondDerivatives(LinearCase one, int seed)
    {
        using var scope = NewDisposeScope();
        Precision.Assert32(
            tensors =>
            {
                var loss = LinearCase.Call(tensors).pow(2).sum();
                var slope = autograd.grad([loss], [tensors[0]], retain_graph: true, create_graph: true)[0];
                return [slope, .. autograd.grad([slope.pow(2).sum()], tensors)];
            },
            one.Draw(seed),
            one.ToString()
        );
    }
}
