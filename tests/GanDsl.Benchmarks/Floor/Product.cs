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

    private Product(long multiplyAdds, Action forward, Action toInput, Action toWeight) =>
        (MultiplyAdds, Forward, ToInput, ToWeight) = (multiplyAdds, forward, toInput, toWeight);

    /// <summary>The multiply-adds of each of the three forms.</summary>
    public long MultiplyAdds { get; }

    /// <summary>Input to output.</summary>
    public Action Forward { get; }

    /// <summary>Gradient of the output to that of the input.</summary>
    public Action ToInput { get; }

    /// <summary>Input and gradient of the output to the gradient of the weight.</summary>
    public Action ToWeight { get; }

    /// <summary>A linear layer.</summary>
    public static Product Linear(Arithmetic arithmetic, int rows, int inputs, int outputs)
    {
        var input = arithmetic.Draw(rows, inputs).requires_grad_();
        var weight = arithmetic.Draw(outputs, inputs).requires_grad_();
        var computed = functional.linear(input, weight);
        var (values, weights, gradient) = (input.detach(), weight.detach(), arithmetic.Draw(rows, outputs));
        return new(
            (long)rows * inputs * outputs,
            Fastest(
                arithmetic,
                () => mm(values, weights.t()).Dispose(),
                WithoutGraph(() => functional.linear(input, weight))
            ),
            Fastest(
                arithmetic,
                [() => mm(gradient, weights).Dispose(), .. OnProcessor(arithmetic, computed, input, gradient)]
            ),
            Fastest(
                arithmetic,
                [() => mm(gradient.t(), values).Dispose(), .. OnProcessor(arithmetic, computed, weight, gradient)]
            )
        );
    }

    /// <summary>A convolution with kernel 4, stride 2 and padding 1 to half of <paramref name="size"/>.</summary>
    public static Product Convolution(Arithmetic arithmetic, int rows, int inputs, int outputs, int size)
    {
        var (forward, toInput, toWeight) = Forms(arithmetic, rows, inputs, outputs, size);
        return new(MultiplyAddsOf(rows, inputs, outputs, size), forward, toInput, toWeight);
    }

    /// <summary>A transposed convolution with kernel 4, stride 2 and padding 1 from half of <paramref name="size"/>.</summary>
    public static Product ConvolutionTranspose(Arithmetic arithmetic, int rows, int inputs, int outputs, int size)
    {
        var (forward, toInput, toWeight) = Forms(arithmetic, rows, outputs, inputs, size);
        return new(MultiplyAddsOf(rows, inputs, outputs, size), toInput, forward, toWeight);
    }

    private static long MultiplyAddsOf(int rows, int inputs, int outputs, int size) =>
        (long)rows * inputs * outputs * (4 * 4) * (size / 2) * (size / 2);

    private static (Action ToSmall, Action ToLarge, Action ToWeight) Forms(
        Arithmetic arithmetic,
        int rows,
        int large,
        int small,
        int size
    )
    {
        var largeMap = arithmetic.Draw(rows, large, size, size);
        var smallMap = arithmetic.Draw(rows, small, size / 2, size / 2);
        var weight = arithmetic.Draw(small, large, 4, 4);
        return arithmetic.IsOnGpu
            ? FormsOfGpu(arithmetic, largeMap, smallMap, weight)
            : FormsOfProcessor(arithmetic, largeMap, smallMap, weight);
    }

    private static (Action ToSmall, Action ToLarge, Action ToWeight) FormsOfProcessor(
        Arithmetic arithmetic,
        Tensor largeMap,
        Tensor smallMap,
        Tensor weight
    )
    {
        largeMap.requires_grad_();
        smallMap.requires_grad_();
        weight.requires_grad_();
        var convolved = functional.conv2d(largeMap, weight, null, [2, 2], [1, 1]);
        var transposed = functional.conv_transpose2d(smallMap, weight, null, [2, 2], [1, 1]);

        return (
            Fastest(
                arithmetic,
                WithoutGraph(() => functional.conv2d(largeMap, weight, null, [2, 2], [1, 1])),
                Gradient(transposed, smallMap, largeMap)
            ),
            Fastest(
                arithmetic,
                WithoutGraph(() => functional.conv_transpose2d(smallMap, weight, null, [2, 2], [1, 1])),
                Gradient(convolved, largeMap, smallMap)
            ),
            Fastest(arithmetic, Gradient(convolved, weight, smallMap), Gradient(transposed, weight, largeMap))
        );
    }

    /// <summary>
    /// Without autograd, whose operators run on the stream of the forward pass, so that a CUDA graph can record them; cuDNN has kernels for
    /// two layouts.
    /// </summary>
    private static (Action ToSmall, Action ToLarge, Action ToWeight) FormsOfGpu(
        Arithmetic arithmetic,
        Tensor largeMap,
        Tensor smallMap,
        Tensor weight
    )
    {
        (Tensor Large, Tensor Small, Tensor Weight)[] layouts =
        [
            (largeMap, smallMap, weight),
            (ChannelsLast(largeMap), ChannelsLast(smallMap), ChannelsLast(weight)),
        ];
        Action[] Each(Func<Tensor, Tensor, Tensor, Tensor> compute) =>
            [
                .. layouts.Select<(Tensor Large, Tensor Small, Tensor Weight), Action>(of =>
                    () => compute(of.Large, of.Small, of.Weight).Dispose()
                ),
            ];
        return (
            Fastest(arithmetic, Each((large, _, weights) => functional.conv2d(large, weights, null, [2, 2], [1, 1]))),
            Fastest(
                arithmetic,
                Each((_, small, weights) => functional.conv_transpose2d(small, weights, null, [2, 2], [1, 1]))
            ),
            Fastest(arithmetic, Each(ConvolutionWeightGradient.Compute))
        );
    }

    private static Tensor ChannelsLast(Tensor map) => map.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    private static Action WithoutGraph(Func<Tensor> compute) =>
        () =>
        {
            using var noGradients = no_grad();
            compute().Dispose();
        };

    private static IEnumerable<Action> OnProcessor(
        Arithmetic arithmetic,
        Tensor output,
        Tensor input,
        Tensor outputGradient
    ) => arithmetic.IsOnGpu ? [] : [Gradient(output, input, outputGradient)];

    private static Action Gradient(Tensor output, Tensor input, Tensor outputGradient) =>
        () => autograd.grad([output], [input], [outputGradient], retain_graph: true)[0].Dispose();

    private static Action Fastest(Arithmetic arithmetic, params Action[] ways) =>
        ways.MinBy(way => Enumerable.Range(0, Trials).Min(_ => Milliseconds(arithmetic, arithmetic.Apply(way))))!;

    private static double Milliseconds(Arithmetic arithmetic, Action way)
    {
        arithmetic.Synchronize();
        var watch = Stopwatch.StartNew();
        way();
        arithmetic.Synchronize();
        return watch.Elapsed.TotalMilliseconds;
    }
}
