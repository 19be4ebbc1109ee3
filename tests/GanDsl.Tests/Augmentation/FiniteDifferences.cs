using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>Derivatives by central differences, in float64.</summary>
internal static class FiniteDifferences
{
    private const double Step = 1e-5;

    /// <summary>Asserts that the gradient of a number is that of finite differences.</summary>
    public static void AssertGradient(Func<Tensor, Tensor> number, Tensor at)
    {
        using var scope = NewDisposeScope();
        var input = at.detach().clone().requires_grad_();
        var gradient = Values.Of(Gradient.Of(number(input), input)!);

        Values.AssertRelative(Of(number, at), gradient, 1e-7, "The gradients");
    }

    /// <summary>
    /// Asserts that the gradient of ‖∇f‖² is that of finite differences, as a gradient penalty needs it: the gradient is differentiated
    /// through the graph of the first one.
    /// </summary>
    public static void AssertSecondDerivative(Func<Tensor, Tensor> number, Tensor at)
    {
        AssertGradient(Penalty, at);

        Tensor Penalty(Tensor x)
        {
            var input = x.requires_grad ? x : x.detach().clone().requires_grad_();
            return Gradient.Of(number(input), input, canBeDifferentiated: true)!.square().sum();
        }
    }

    private static double[] Of(Func<Tensor, Tensor> number, Tensor at)
    {
        var differences = new double[at.numel()];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = (Moved(i, Step) - Moved(i, -Step)) / (2 * Step);
        }

        return differences;

        double Moved(int i, double step)
        {
            using var scope = NewDisposeScope();
            var moved = at.detach().clone();
            moved.view(-1)[i] += step;
            return Values.Single(number(moved));
        }
    }
}
