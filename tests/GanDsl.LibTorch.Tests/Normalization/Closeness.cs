using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Normalization;

/// <summary>Compares a computation in 32 bits with the same one in 64 bits, where libtorch's own operator does it.</summary>
internal static class Closeness
{
    /// <summary>Fails unless all results in 32 bits are those in 64 bits up to rounding.</summary>
    /// <param name="compute">From tensors of either type to results.</param>
    /// <param name="drawn">The tensors, in 32 bits; leaves that require a gradient are made of them.</param>
    /// <param name="what">What failed, if it does.</param>
    /// <param name="tolerance">Relative to the largest number of a result.</param>
    public static void Assert32(Func<Tensor[], Tensor[]> compute, Tensor[] drawn, string what, double tolerance = 1e-5)
    {
        using var scope = NewDisposeScope();
        var found = compute(Leaves(drawn));
        var expected = compute(Leaves(drawn.Select(tensor => tensor.to(ScalarType.Float64))));
        for (var i = 0; i < found.Length; i++)
        {
            Assert.Equal(ScalarType.Float32, found[i].dtype);
            Assert.True(found[i].shape.SequenceEqual(expected[i].shape), $"{what}: result {i} has another shape.");
            var bound = Math.Max(1, Largest(expected[i])) * tolerance;

            // Not "nothing is above", which holds for what is no number.
            var worst = Largest(found[i].detach() - expected[i].detach());
            Assert.True(worst <= bound, $"{what}: result {i} is off by {worst} where {bound} is rounding.");
        }
    }

    /// <summary>The largest absolute value.</summary>
    public static double Largest(Tensor tensor) => tensor.detach().abs().max().to(ScalarType.Float64).item<double>();

    private static Tensor[] Leaves(IEnumerable<Tensor> tensors) =>
        [.. tensors.Select(tensor => tensor.detach().clone().requires_grad_())];
}
