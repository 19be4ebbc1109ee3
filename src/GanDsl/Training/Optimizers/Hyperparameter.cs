using System.Globalization;
using TorchSharp;

namespace GanDsl.Training;

/// <summary>
/// The numbers of an update rule, checked. They are scalars that live as long as their optimiser: one made for a single call could be
/// freed while the call runs.
/// </summary>
internal static class Hyperparameter
{
    public static Scalar Fraction(double value, string name)
    {
        Require(value is >= 0 and < 1, value, name, "in [0, 1)");
        return value.ToScalar();
    }

    public static Scalar NotNegative(double value, string name)
    {
        RequireNotNegative(value, name);
        return value.ToScalar();
    }

    public static Scalar Finite(double value, string name)
    {
        Require(double.IsFinite(value), value, name, "finite");
        return value.ToScalar();
    }

    /// <summary>No optimiser learns in steps beyond it, and float32 would overflow soon after.</summary>
    public const double GreatestLearningRate = 1e6;

    /// <summary>What a learning rate has to be, as the end of a sentence.</summary>
    public static readonly string LearningRateRange = FormattableString.Invariant(
        $"at least 0 and at most {GreatestLearningRate}"
    );

    public static void RequireLearningRate(double value, string name) =>
        Require(value is >= 0 and <= GreatestLearningRate, value, name, LearningRateRange);

    public static void RequireNotNegative(double value, string name) =>
        Require(value >= 0 && double.IsFinite(value), value, name, "finite and at least 0");

    private static void Require(bool isRight, double value, string name, string needed)
    {
        if (!isRight)
        {
            throw new ArgumentOutOfRangeException(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but it has to be {needed}.")
            );
        }
    }
}
