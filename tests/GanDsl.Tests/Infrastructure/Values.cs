using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>Passage between tensors and .NET numbers.</summary>
internal static class Values
{
    /// <summary>All values in C order, whatever the tensor's type.</summary>
    public static double[] Of(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().cpu().to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    /// <summary>The one value of a tensor.</summary>
    public static double Single(Tensor tensor) => Assert.Single(Of(tensor));

    /// <summary>A vector in float64.</summary>
    public static Tensor Vector(params double[] values) => tensor(values, ScalarType.Float64);

    /// <summary>Asserts that two numbers differ by no more than a part of the expected one.</summary>
    public static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            $"Expected {expected:R} within {tolerance} of it, but found {actual:R}."
        );

    /// <summary>Asserts that two vectors differ nowhere by more than a part of the expected one's largest value.</summary>
    public static void AssertRelative(double[] expected, double[] actual, double tolerance, string what = "The values")
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(actual[i] - expected[i]) <= tolerance * scale,
                $"{what} differ at {i}: expected {expected[i]:R}, but found {actual[i]:R} (largest value {scale:R})."
            );
        }
    }
}
