using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>What the emitted code calls for layers without parameters that torch has no short name for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LayerFunctions
{
    /// <summary>x · Φ(x), with the distribution function Φ of the normal distribution approximated by a hyperbolic tangent.</summary>
    public static Tensor TanhGelu(Tensor x) => x.gelu(TorchSharp.Modules.GELU.Approximate.tanh);

    /// <summary>Scales the channels (dimension 1) at each position to a mean square of 1 (Karras et al. 2018, section 4.2).</summary>
    /// <param name="x">[N, C, …].</param>
    /// <param name="eps">Added to the mean square.</param>
    public static Tensor PixelNorm(Tensor x, double eps = 1e-8)
    {
        using var scope = NewDisposeScope();
        var meanSquare = (x * x).mean([1], keepdim: true);
        return (x * meanSquare.Plus(eps).rsqrt()).MoveToOuterDisposeScope();
    }

    /// <summary>Adds normally distributed noise in training.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="std">The standard deviation of the noise.</param>
    /// <param name="training">Whether the network is in training.</param>
    public static Tensor GaussianNoise(Tensor x, double std, bool training)
    {
        using var scope = NewDisposeScope();
        var noisy = training ? x.Plus(randn_like(x).Times(std)) : x.alias();
        return noisy.MoveToOuterDisposeScope();
    }

    /// <summary>Adds a channel: the mean standard deviation of all values over a group of examples (Karras et al. 2018, section 3).</summary>
    /// <param name="x">[N, C, …].</param>
    /// <param name="groupSize">Examples in a group; N of them where groups of this size do not divide N evenly.</param>
    /// <returns>[N, C + 1, …].</returns>
    public static Tensor MinibatchStdDev(Tensor x, int groupSize)
    {
        using var scope = NewDisposeScope();
        var n = x.shape[0];
        var group = n % groupSize == 0 ? groupSize : n;

        // As in StyleGAN a group is every (n / group)-th example.
        var groups = x.reshape(group, n / group, -1);
        var centred = groups - groups.mean([0], keepdim: true);
        var deviation = (centred * centred).mean([0]).Plus(1e-8).sqrt().mean([1]);

        long[] channel = [n, 1, .. x.shape.Skip(2)];
        long[] ones = [n, 1, .. x.shape.Skip(2).Select(_ => 1L)];
        var added = deviation.repeat(group).reshape(ones).expand(channel);
        return cat([x, added], 1).MoveToOuterDisposeScope();
    }
}
