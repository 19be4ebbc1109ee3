namespace GanDsl.Tests.Augmentation;

/// <summary>Matrices in plain .NET arithmetic.</summary>
internal static class Matrices
{
    /// <summary>The product of matrices of one size, from left to right.</summary>
    public static double[,] Product(params double[][,] factors) => factors.Aggregate(Product);

    /// <summary>The first rows in C order.</summary>
    public static double[] Rows(double[,] matrix, int rows) =>
        [.. matrix.Cast<double>().Take(rows * matrix.GetLength(1))];

    private static double[,] Product(double[,] left, double[,] right)
    {
        var size = left.GetLength(0);
        var product = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                product[i, j] = Enumerable.Range(0, size).Sum(k => left[i, k] * right[k, j]);
            }
        }

        return product;
    }
}
