using GanDsl.Tests.Generated;

namespace GanDsl.Tests.Layers;

/// <summary>Activations in closed form.</summary>
internal static class ActivationFormulas
{
    /// <summary>The error function as its power series, exact to a double's last digits for small numbers.</summary>
    public static double Erf(double x)
    {
        var (sum, power) = (0.0, x);
        for (var n = 0; n < 40; n++)
        {
            sum += power / ((2 * n) + 1);
            power *= -x * x / (n + 1);
        }

        return sum * 2 / Math.Sqrt(Math.PI);
    }

    public static double GeluByTanh(double x) =>
        0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    public static double Elu(double x, double alpha) => x > 0 ? x : alpha * (Math.Exp(x) - 1);

    /// <summary>Above the threshold it is x itself.</summary>
    public static double Softplus(double x, double beta, double threshold) =>
        beta * x > threshold ? x : Exact.Softplus(beta * x) / beta;

    /// <summary>A slope for all channels, or one for each.</summary>
    public static Block PReLU(Block x, double[] slopes) =>
        Block.Make(x.Shape, at => x[at] >= 0 ? x[at] : slopes[slopes.Length == 1 ? 0 : at[1]] * x[at]);

    public static Block Softmax(Block x, int dimension) =>
        Block.Make(
            x.Shape,
            at =>
                Math.Exp(x[at])
                / Enumerable
                    .Range(0, (int)x.Shape[dimension])
                    .Sum(other => Math.Exp(x[[.. at[..dimension], other, .. at[(dimension + 1)..]]]))
        );
}
