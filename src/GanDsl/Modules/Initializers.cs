using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>What first weights are drawn from, where TorchSharp's own <c>init</c> draws something else or with fewer digits.</summary>
public static class Initializers
{
    /// <summary>
    /// A normal distribution cut off at <paramref name="a"/> and <paramref name="b"/>. PyTorch: <c>torch.nn.init.trunc_normal_</c>.
    /// </summary>
    /// <param name="weight">What is filled.</param>
    /// <param name="mean">The mean before the cut.</param>
    /// <param name="std">The standard deviation before the cut, above 0.</param>
    /// <param name="a">The least value.</param>
    /// <param name="b">The greatest value.</param>
    public static void TruncatedNormal(Tensor weight, double mean, double std, double a, double b)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();

        // Evenly between the values of the distribution function at a and b, then through its inverse; erf(x / √2) = 2·Φ(x) - 1.
        var least = Erf((a - mean) / (std * Math.Sqrt(2)));
        var greatest = Erf((b - mean) / (std * Math.Sqrt(2)));
        var drawn = rand_like(weight).Times(greatest - least).Plus(least).erfinv();
        weight.copy_(drawn.Times(std * Math.Sqrt(2)).Plus(mean).Clamp(a, b));
    }

    /// <summary>
    /// The normal distribution of Glorot and Bengio 2010, which has the variance gain² · 2 / (fan in + fan out). PyTorch:
    /// <c>torch.nn.init.xavier_normal_</c>.
    /// </summary>
    /// <param name="weight">What is filled: a matrix or a kernel, [out, in, …].</param>
    /// <param name="gain">The factor of the standard deviation.</param>
    public static void XavierNormal(Tensor weight, double gain = 1)
    {
        var taps = weight.shape.Skip(2).Aggregate(1L, (product, size) => product * size);
        var (fanIn, fanOut) = (weight.shape[1] * taps, weight.shape[0] * taps);
        nn.init.normal_(weight, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
    }

    /// <summary>
    /// A random matrix with orthonormal rows or columns, whichever are fewer, times the gain (Saxe et al. 2014), to the digits of the
    /// weight's own type. PyTorch: <c>torch.nn.init.orthogonal_</c>.
    /// </summary>
    /// <param name="weight">What is filled: a matrix or a kernel, [out, in, …], whose rows are its outputs.</param>
    /// <param name="gain">The factor.</param>
    public static void Orthogonal(Tensor weight, double gain = 1)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var matrix = weight.flatten(1);
        var isWide = matrix.shape[0] < matrix.shape[1];
        var (q, r) = linalg.qr(randn_like(isWide ? matrix.t() : matrix));

        // Q is unique where R's diagonal is positive, and only then evenly distributed.
        var columns = q * r.diagonal().sign();
        weight.copy_((isWide ? columns.t() : columns).Times(gain).reshape(weight.shape));
    }

    private static double Erf(double x) => special.erf(tensor(x, ScalarType.Float64)).item<double>();
}
