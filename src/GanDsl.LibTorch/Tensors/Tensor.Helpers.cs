namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static string? Rounding(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();

        private static Tensor As(Tensor result, ScalarType? type) =>
            type is { } wanted && wanted != result.dtype ? result.to_type(wanted, disposeAfter: true) : result;

        private static Tensor Into(Tensor result, Tensor? target)
        {
            if (target is null)
            {
                return result;
            }

            using (result)
            {
                return target.copy_(result);
            }
        }

        /// <summary>The shape with one size replaced by several whose product it is.</summary>
        private long[] Unflattened(long dim, long[] sizes)
        {
            var old = shape;
            var at = (int)(dim < 0 ? dim + old.Length : dim);
            if ((uint)at >= (uint)old.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(dim), $"There is no dimension {dim} in {this}.");
            }

            var parts = (long[])sizes.Clone();
            var open = Array.IndexOf(parts, -1L);
            var product = parts.Where(size => size != -1).Aggregate(1L, (all, size) => all * size);
            if (open >= 0 && product != 0)
            {
                parts[open] = old[at] / product;
                product *= parts[open];
            }

            return product == old[at]
                ? [.. old[..at], .. parts, .. old[(at + 1)..]]
                : throw new ArgumentException(
                    $"Dimension {dim} of {this} has size {old[at]}, which sizes [{string.Join(", ", sizes)}] do not multiply to.",
                    nameof(sizes)
                );
        }
    }
}
