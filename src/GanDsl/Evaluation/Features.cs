using GanDsl.Modules;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Features of examples [N, d], as the metrics compute with them: float64 on the CPU, without a graph.</summary>
internal static class Features
{
    /// <summary>The square of the third power of a product of two such numbers is still finite.</summary>
    private const double Largest = 1e20;

    /// <summary>The features as they are computed with, in the dispose scope of the caller.</summary>
    /// <param name="features">[N, d]; it is left as it is.</param>
    /// <param name="least">How many are needed.</param>
    /// <param name="name">The parameter, for the message.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, too few rows, or a value that is not finite.</exception>
    public static Tensor Checked(Tensor features, long least, string name)
    {
        ArgumentNullException.ThrowIfNull(features, name);
        Libtorch.Require();
        var shape = features.shape;
        if (shape.Length != 2 || shape[1] < 1 || features.is_complex())
        {
            throw new ArgumentException(
                $"Features are real numbers [N, d], but these are {features.dtype} {ShapeText.Of(shape)}; flatten what a network computes for each "
                    + "example.",
                name
            );
        }

        if (shape[0] < least)
        {
            throw new ArgumentException(
                $"Needed are the features of at least {least} examples, but there are those of {shape[0]}; give more.",
                name
            );
        }

        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var values = features.detach().to(float64).cpu();
        return AreUsable(values)
            ? values.MoveToOuterDisposeScope()
            : throw new ArgumentException(
                "A feature is not finite (NaN or infinity) or beyond 1e20, so no distance can be computed; look at the network that computes them, or "
                    + "at its input.",
                name
            );
    }

    /// <summary>The same of two sets with as many features each.</summary>
    /// <exception cref="ArgumentException">One cannot be used, or they have different numbers of features.</exception>
    public static (Tensor Real, Tensor Fake) Checked(Tensor real, Tensor fake, long least)
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

    /// <summary>Whether distances between them are numbers.</summary>
    public static bool AreUsable(Tensor features)
    {
        using var scope = NewDisposeScope();
        return features.abs().max().to(float64).item<double>() <= Largest;
    }
}
