using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Convolutions;

/// <summary>Results and gradients in 32 bits against 64 bits, for many shapes.</summary>
public class ConvolutionPrecisionTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void Results_and_gradients_agree(int dimensions, bool isTransposed)
    {
        var seed = 0;
        foreach (var one in ConvolutionGrid.Draw(dimensions, isTransposed))
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator((ulong)++seed);
            long[] shape = [one.Batch, one.OutputChannels, .. one.OutputSize()];
            var upstream = randn(shape, ScalarType.Float32, generator: generator);

            // The gradient is a result as well: the sum of its products has the output's weights as factors.
            Precision.Assert32(
                tensors =>
                {
                    var output = one.Call(tensors[..^1]);
                    return [output, .. autograd.grad([output], tensors[..^1], [tensors[^1].detach()])];
                },
                [.. one.Draw(seed), upstream],
                one.ToString()
            );
        }
    }

    [Fact]
    public void The_grid_meets_what_matters()
    {
        var all = Enumerable
            .Range(1, 3)
            .SelectMany(dimensions =>
                new[] { false, true }.SelectMany(isTransposed => ConvolutionGrid.Draw(dimensions, isTransposed))
            )
            .ToArray();

        foreach (var isTransposed in new[] { false, true })
        {
            var some = all.Where(one => one.IsTransposed == isTransposed).ToArray();
            Assert.Contains(some, one => one.Groups > 1 && one.WeightShape[1] > 8);
            Assert.Contains(some, one => one.Groups > 1 && one.WeightShape[1] <= 8);
            Assert.Contains(some, one => one.Groups == one.InputChannels && one.Groups > 1);
            Assert.Contains(some, one => !one.HasBias);
            Assert.Contains(some, one => one.Batch == 1);
            Assert.Contains(some, one => one.Kernel.Distinct().Count() > 1);
        }

        // Rows at the border that no kernel reaches: the size is not determined by that of the output.
        Assert.Contains(
            all,
            one =>
                !one.IsTransposed
                && one.WeightShape[1] > 8
                && one.Size.Where(
                        (size, i) =>
                            (size + (2 * one.Padding[i]) - (one.Dilation[i] * (one.Kernel[i] - 1)) - 1) % one.Stride[i]
                            != 0
                    )
                    .Any()
        );
        // An output padding from the stride on, which is not a convolution's gradient, and one below it.
        var wide = all.Where(one => one.IsTransposed && one.WeightShape[1] > 8).ToArray();
        Assert.Contains(wide, one => one.OutputPadding.Zip(one.Stride).Any(pair => pair.First >= pair.Second));
        Assert.Contains(
            wide,
            one => one.OutputPadding.Any(p => p > 0) && one.OutputPadding.Zip(one.Stride).All(p => p.First < p.Second)
        );
    }

    [Theory]
    [InlineData(false, 3, 17)]
    [InlineData(false, 17, 3)]
    [InlineData(false, 16, 9)]
    [InlineData(true, 3, 17)]
    [InlineData(true, 17, 3)]
    [InlineData(true, 16, 9)]
    public void Second_derivatives_agree(bool isTransposed, long input, long output)
    {
        using var scope = NewDisposeScope();
        var one = ConvolutionCase.Uneven(isTransposed, input, output);
        Precision.Assert32(
            tensors =>
            {
                var loss = one.Call(tensors).pow(2).sum();
                var slope = autograd.grad([loss], [tensors[0]], retain_graph: true, create_graph: true)[0];
                return [slope, .. autograd.grad([slope.pow(2).sum()], tensors)];
            },
            one.Draw(1),
            one.ToString()
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_gradient_penalty_reaches_the_weight_in_groups_and_three_dimensions(bool isTransposed)
    {
        using var scope = NewDisposeScope();
        var one = new ConvolutionCase
        {
            IsTransposed = isTransposed,
            InputChannels = 18,
            OutputChannels = 18,
            Size = [3, 4, 5],
            Kernel = [2, 3, 1],
            Stride = [1, 2, 3],
            Padding = [0, 1, 0],
            OutputPadding = [0, 1, 2],
            Dilation = [1, 1, 2],
            Groups = 2,
        };

        // The norm of the slope of a sum does not depend on the input: only the weight has a gradient.
        Precision.Assert32(
            tensors =>
            {
                var slope = autograd.grad([one.Call(tensors).sum()], [tensors[0]], null, true, true)[0];
                return autograd.grad([slope.pow(2).sum()], [tensors[1]]).ToArray();
            },
            one.Draw(2),
            one.ToString()
        );
    }
}
