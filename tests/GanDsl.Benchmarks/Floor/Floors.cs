namespace GanDsl.Benchmarks.Floor;

/// <summary>The products of the networks of the benchmarks.</summary>
internal static class Floors
{
    /// <summary>Of Points, Images, NormalizedImages or Faces, whose first and last convolution are linear layers.</summary>
    public static ArithmeticFloor Of(string networks, int rows, Arithmetic arithmetic)
    {
        Product Linear(int count, int inputs, int outputs) => Product.Linear(arithmetic, count, inputs, outputs);
        Product Convolution(int count, int inputs, int outputs, int size) =>
            Product.Convolution(arithmetic, count, inputs, outputs, size);
        Product Transposed(int count, int inputs, int outputs, int size) =>
            Product.ConvolutionTranspose(arithmetic, count, inputs, outputs, size);
        return networks switch
        {
            "Points" => new(
                count => [Linear(count, 2, 128), Linear(count, 128, 128), Linear(count, 128, 2)],
                count => [Linear(count, 2, 128), Linear(count, 128, 128), Linear(count, 128, 1)],
                rows,
                arithmetic
            ),
            "Images" or "NormalizedImages" => new(
                count => [Linear(count, 64, 128 * 7 * 7), Transposed(count, 128, 64, 14), Transposed(count, 64, 1, 28)],
                count =>
                    [Convolution(count, 1, 64, 28), Convolution(count, 64, 128, 14), Linear(count, 128 * 7 * 7, 1)],
                rows,
                arithmetic
            ),
            "Faces" => new(
                count =>
                    [
                        Linear(count, 100, 512 * 4 * 4),
                        Transposed(count, 512, 256, 8),
                        Transposed(count, 256, 128, 16),
                        Transposed(count, 128, 64, 32),
                        Transposed(count, 64, 3, 64),
                    ],
                count =>
                    [
                        Convolution(count, 3, 64, 64),
                        Convolution(count, 64, 128, 32),
                        Convolution(count, 128, 256, 16),
                        Convolution(count, 256, 512, 8),
                        Linear(count, 512 * 4 * 4, 1),
                    ],
                rows,
                arithmetic
            ),
            _ => throw new ArgumentException($"There are no networks '{networks}'."),
        };
    }
}
