using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Regularizers;

/// <summary>The gradient of each logit with respect to its own example, against differences of logits and closed forms.</summary>
public sealed class InputGradientTests : IDisposable
{
    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Of_images_are_the_slopes_of_the_logits()
    {
        using var gan = new PackedImagesGan(new() { Seed = 3 });
        manual_seed(4);
        var packs = randn(3, 4, 4, 4);

        var gradients = InputGradients.Of(gan.D, packs);

        Assert.Equal([3L, 64], gradients.shape);
        Values.AssertRelative(Slopes(x => gan.D.call(x), packs), Values.Of(gradients), 1e-7);
    }

    [Fact]
    public void Of_a_function_of_vectors_are_its_closed_form()
    {
        var x = Values.Vector(1, -2, 3, 0.5, 0.25, -1).reshape(2, 3);

        // s(x) = x₁² + 3·x₂ has the gradient (2·x₁, 3, 0).
        var gradients = InputGradients.Of(points => points.select(1, 0).square() + (3 * points.select(1, 1)), x);

        Assert.Equal([2, 3, 0, 1, 3, 0], Values.Of(gradients));
    }

    [Fact]
    public void Can_be_differentiated_again_and_leave_no_trace_in_the_points()
    {
        var weight = Values.Vector(2, -1).reshape(1, 2).requires_grad_();
        var points = Values.Vector(1, 2, 3, 4).reshape(2, 2).requires_grad_();

        // s(x) = (w·x)²: the gradient is 2·(w·x)·w.
        var gradients = InputGradients.Of(x => x.matmul(weight.t()).square(), points);
        var ofWeight = autograd.grad([gradients.sum()], [weight])[0];
        var ofPoints = autograd.grad([gradients.sum()], [points], allow_unused: true)[0];

        // With a = w·x: the sum is 2·a·(w₁ + w₂), whose slope in wⱼ is 2·xⱼ·(w₁ + w₂) + 2·a. Here a = 0 and 2, and w₁ + w₂ = 1.
        Assert.Equal([0, 0, 8, -4], Values.Of(gradients));
        Assert.Equal([(2 * 1) + 0 + (2 * 3) + 4, (2 * 2) + 0 + (2 * 4) + 4], Values.Of(ofWeight));
        Assert.True(ofPoints is null or { IsInvalid: true });
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    /// <summary>Central differences of each example's logit.</summary>
    private static double[] Slopes(Func<Tensor, Tensor> discriminator, Tensor points)
    {
        const double h = 1e-6;
        using var noGradients = no_grad();
        var (rows, values) = ((int)points.shape[0], (int)(points.numel() / points.shape[0]));
        var slopes = new double[rows * values];
        for (var value = 0; value < values; value++)
        {
            var step = zeros_like(points);
            step.flatten(1).select(1, value).fill_(h);
            var difference = Values.Of((discriminator(points + step) - discriminator(points - step)) / (2 * h));
            for (var row = 0; row < rows; row++)
            {
                slopes[(row * values) + value] = difference[row];
            }
        }

        return slopes;
    }
}
