using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Convolutions;

/// <summary>
/// Compares a computation in 32 bits with the same one in 64 bits, for which libtorch has kernels of its own.
/// </summary>
/// <remarks>
/// The computation is a polynomial of its tensors without a minus sign, gradients included. So on absolute values it gives
/// the sum of the absolute products of every number, and rounding is relative to that sum: whatever the order of summation,
/// n roundings of 2⁻²⁴ each make less than n · 6e-8. A few hundred at worst meet here, mostly of both signs.
/// </remarks>
internal static class Precision
{
    private const double Tolerance = 1e-5;

    /// <summary>Fails unless all results in 32 bits are those in 64 bits up to rounding.</summary>
    /// <param name="compute">From tensors of either type to results.</param>
    /// <param name="drawn">The tensors, in 32 bits; leaves that require a gradient are made of them.</param>
    /// <param name="what">What failed, if it does.</param>
    public static void Assert32(Func<Tensor[], Tensor[]> compute, Tensor[] drawn, string what)
    {
        using var scope = NewDisposeScope();
        var found = compute(Leaves(drawn));
        var expected = compute(Leaves(drawn.Select(tensor => tensor.to(ScalarType.Float64))));
        var scale = compute(Leaves(drawn.Select(tensor => tensor.to(ScalarType.Float64).abs())));
        for (var i = 0; i < found.Length; i++)
        {
            Assert.Equal(ScalarType.Float32, found[i].dtype);
            Assert.True(found[i].shape.SequenceEqual(expected[i].shape), $"{what}: result {i} has another shape.");
            var excess = (found[i].detach() - expected[i].detach()).abs() - (scale[i].detach() * Tolerance);

            // Not "nothing is above zero", which holds for what is no number.
            Assert.True(excess.le(0).all().item<bool>(), $"{what}: result {i} is off by more than rounding.");
        }
    }

    private static Tensor[] Leaves(IEnumerable<Tensor> tensors) =>
        [.. tensors.Select(tensor => tensor.detach().clone().requires_grad_())];
}
