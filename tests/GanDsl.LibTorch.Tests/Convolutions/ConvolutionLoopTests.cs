using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Convolutions;

/// <summary>The definition of a convolution, written out.</summary>
public class ConvolutionLoopTests
{
    [Theory]
    [InlineData(4, 6, 2)]
    [InlineData(18, 36, 2)]
    public void A_convolution_is_a_gather(long input, long output, long groups)
    {
        var one = ConvolutionCase.Uneven(isTransposed: false, input, output, groups);
        AssertPairs(one, weight => (weight[0], ((weight[0] / (output / groups)) * (input / groups)) + weight[1]));
    }

    [Theory]
    [InlineData(4, 6, 2)]
    [InlineData(18, 36, 2)]
    public void A_transposed_convolution_is_a_scatter(long input, long output, long groups)
    {
        var one = ConvolutionCase.Uneven(isTransposed: true, input, output, groups);
        AssertPairs(one, weight => (weight[0], ((weight[0] / (input / groups)) * (output / groups)) + weight[1]));
    }

    /// <summary>
    /// Goes through all (small position, kernel element), which meet at the large position small * stride - padding +
    /// element * dilation.
    /// </summary>
    /// <param name="one">In two dimensions.</param>
    /// <param name="channels">From the first two indices in the weight to a channel of the small map and one of the large map.</param>
    private static void AssertPairs(ConvolutionCase one, Func<long[], (long Small, long Large)> channels)
    {
        using var scope = NewDisposeScope();
        var drawn = one.Draw(7);
        var (input, weight, bias) = (Numbers(drawn[0]), Numbers(drawn[1]), Numbers(drawn[2]));
        var (inputSize, outputSize) = (one.Size, one.OutputSize());
        var (small, large) = one.IsTransposed ? (inputSize, outputSize) : (outputSize, inputSize);
        long[] shape = [one.Batch, one.OutputChannels, .. outputSize];
        var expected = new double[shape.Aggregate((product, size) => product * size)];
        for (var i = 0; i < expected.Length; i++)
        {
            expected[i] = bias[i / (outputSize[0] * outputSize[1]) % one.OutputChannels];
        }

        var w = one.WeightShape;
        for (var k = 0; k < weight.Length; k++)
        {
            var (kx, ky) = (k % w[3], k / w[3] % w[2]);
            var (smallChannel, largeChannel) = channels([k / (w[3] * w[2] * w[1]), k / (w[3] * w[2]) % w[1]]);
            for (var n = 0L; n < one.Batch; n++)
            {
                for (var y = 0L; y < small[0]; y++)
                {
                    for (var x = 0L; x < small[1]; x++)
                    {
                        var ly = (y * one.Stride[0]) - one.Padding[0] + (ky * one.Dilation[0]);
                        var lx = (x * one.Stride[1]) - one.Padding[1] + (kx * one.Dilation[1]);
                        if (ly < 0 || ly >= large[0] || lx < 0 || lx >= large[1])
                        {
                            continue;
                        }

                        var (s, l) = one.IsTransposed
                            ? (
                                At(inputSize, one.InputChannels, n, smallChannel, y, x),
                                At(outputSize, one.OutputChannels, n, largeChannel, ly, lx)
                            )
                            : (
                                At(inputSize, one.InputChannels, n, largeChannel, ly, lx),
                                At(outputSize, one.OutputChannels, n, smallChannel, y, x)
                            );
                        expected[l] += input[s] * weight[k];
                    }
                }
            }
        }

        var found = one.Call(drawn);

        Assert.Equal(shape, found.shape);
        Assert.Equal(expected, Numbers(found), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    private static long At(long[] size, long channels, long n, long channel, long y, long x) =>
        (((((n * channels) + channel) * size[0]) + y) * size[1]) + x;

    private static double[] Numbers(Tensor tensor) =>
        tensor.to(ScalarType.Float64).contiguous().data<double>().ToArray();
}
