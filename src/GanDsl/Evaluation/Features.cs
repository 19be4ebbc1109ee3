using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Features of examples [N, d], as the metrics compute with them: float64 on the CPU, outside of every graph and dispose scope.</summary>
internal static class Features
{
    /// <summary>The features as they are computed with, which belong to the caller.</summary>
    /// <param name="features">[N, d]; it is left as it is.</param>
    /// <param name="least">How many are needed.</param>
    /// <param name="name">The parameter, for the message.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, too few rows, or a value that is not finite.</exception>
    public static Tensor Checked(Tensor features, int least, string name)
    {
        ArgumentNullException.ThrowIfNull(features, name);
        Libtorch.Require();
        long[] shape = features.shape;
        if (shape.Length != 2 || shape[0] < least || shape[1] < 1)
        {
            throw new ArgumentException(
                $"Features are [N, d], at least {least} of them, but these are {ShapeText.Of(shape)}; flatten what a network computes for each example.",
                name
            );
        }

        using var scope = NewDisposeScope();
        var values = features.detach().to(float64).cpu();
        return values.isfinite().all().item<bool>()
            ? values.DetachFromDisposeScope()
            : throw new ArgumentException(
                "A feature is not finite (NaN or infinity), so no distance can be computed; look at the network that computes them, or at its input.",
                name
            );
    }

    /// <summary>The same of two sets of as many features each.</summary>
    /// <exception cref="ArgumentException">One cannot be used, or they are of different sizes.</exception>
    public static (Tensor Real, Tensor Fake) Checked(Tensor real, Tensor fake, int least)
    {
        var checkedReal = Checked(real, least, nameof(real));
        var checkedFake = Checked(fake, least, nameof(fake));
        return checkedReal.shape[1] == checkedFake.shape[1]
            ? (checkedReal, checkedFake)
            : throw new ArgumentException(
                $"Real examples have {checkedReal.shape[1]} features and generated ones {checkedFake.shape[1]}; compute both with the same network.",
                nameof(fake)
            );
    }
}
