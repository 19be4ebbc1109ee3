using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Benchmarks.Floor;

/// <summary>
/// The multiply-adds of one layer on some rows, in the three forms that training needs, each by the fastest way that libtorch
/// has for it. A convolution and a transposed one are the same products with input and output exchanged, so each form has two ways.
/// </summary>
internal sealed class Product
{
    private const int Trials = 5;

    private Product(Action forward, Action toInput, Action toWeight) =>
        (Forward, ToInput, ToWeight) = (forward, toInput, toWeight);

    /// <summary>Input to output.</summary>
    public Action Forward { get; }

    /// <summary>Gradient of the output to that of the input.</summary>
    public Action ToInput { get; }

    /// <summary>Input and gradient of the output to the gradient of the weight.</summary>
    public Action ToWeight { get; }

    /// <summary>A linear layer.</summary>
    public static Product Linear(int rows, int inputs, int outputs)
    {
        var input = randn(rows, inputs).requires_grad_();
        var weight = randn(outputs, inputs).requires_grad_();
        var computed = functional.linear(input, weight);
        var (values, weights, gradient) = (input.detach(), weight.detach(), randn(rows, outputs));
        return new(
            Fastest(() => mm(values, weights.t()).Dispose(), WithoutGraph(() => functional.linear(input, weight))),
            Fastest(() => mm(gradient, weights).Dispose(), Gradient(computed, input, gradient)),
            Fastest(() => mm(gradient.t(), values).Dispose(), Gradient(computed, weight, gradient))
        );
    }

    /// <summary>A convolution with kernel 4, stride 2 and padding 1 to half of <paramref name="size"/>.</summary>
    public static Product Convolution(int rows, int inputs, int outputs, int size)
    {
        var (forward, toInput, toWeight) = Forms(rows, inputs, outputs, size);
        return new(forward, toInput, toWeight);
    }

    /// <summary>A transposed convolution with kernel 4, stride 2 and padding 1 from half of <paramref name="size"/>.</summary>
    public static Product ConvolutionTranspose(int rows, int inputs, int outputs, int size)
    {
        var (forward, toInput, toWeight) = Forms(rows, outputs, inputs, size);
        return new(toInput, forward, toWeight);
    }

    private static (Action ToSmall, Action ToLarge, Action ToWeight) Forms(int rows, int large, int small, int size)
    {
        var largeMap = randn(rows, large, size, size).requires_grad_();
        var smallMap = randn(rows, small, size / 2, size / 2).requires_grad_();
        var weight = randn(small, large, 4, 4).requires_grad_();
        var convolved = functional.conv2d(largeMap, weight, null, [2, 2], [1, 1]);
        var transposed = functional.conv_transpose2d(smallMap, weight, null, [2, 2], [1, 1]);

        return (
            Fastest(
                WithoutGraph(() => functional.conv2d(largeMap, weight, null, [2, 2], [1, 1])),
                Gradient(transposed, smallMap, largeMap)
            ),
            Fastest(
                WithoutGraph(() => functional.conv_transpose2d(smallMap, weight, null, [2, 2], [1, 1])),
                Gradient(convolved, largeMap, smallMap)
            ),
            Fastest(Gradient(convolved, weight, smallMap), Gradient(transposed, weight, largeMap))
        );
    }

    private static Action WithoutGraph(Func<Tensor> compute) =>
        () =>
        {
            using var noGradients = no_grad();
            compute().Dispose();
        };

    private static Action Gradient(Tensor output, Tensor input, Tensor outputGradient) =>
        () => autograd.grad([output], [input], [outputGradient], retain_graph: true)[0].Dispose();

    private static Action Fastest(params Action[] ways) =>
        ways.MinBy(way => Enumerable.Range(0, Trials).Min(_ => Milliseconds(way)))!;

    private static double Milliseconds(Action way)
    {
        var watch = Stopwatch.StartNew();
        way();
        return watch.Elapsed.TotalMilliseconds;
    }
}
