using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The distinct elements, or the distinct slices along a dimension.</summary>
        /// <param name="sorted">Whether to sort them.</param>
        /// <param name="return_inverse">Whether to tell for each element which of them it is.</param>
        /// <param name="return_counts">Whether to tell how often each occurs.</param>
        /// <param name="dim">The dimension; elements by default.</param>
        /// <returns>What was not asked for is null.</returns>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true,
            bool return_inverse = false,
            bool return_counts = false,
            int? dim = null
        )
        {
            var (output, inverse, counts) = dim is null
                ? Aten.unique2.CallThree(this, sorted, return_inverse, return_counts)
                : Aten.unique_dim.CallThree(this, dim.Value, sorted, return_inverse, return_counts);
            return (output, Kept(inverse, return_inverse), Kept(counts, return_counts));

            static Tensor? Kept(Tensor tensor, bool wanted)
            {
                if (wanted)
                {
                    return tensor;
                }

                tensor.Dispose();
                return null;
            }
        }
    }

    /// <inheritdoc cref="Tensor.unique"/>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input,
        bool sorted = true,
        bool return_inverse = false,
        bool return_counts = false,
        int? dim = null
    ) => input.unique(sorted, return_inverse, return_counts, dim);
}
