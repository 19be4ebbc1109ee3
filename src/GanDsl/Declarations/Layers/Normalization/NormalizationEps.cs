namespace GanDsl;

/// <summary>What normalisations say of the number that keeps them from dividing by zero.</summary>
internal static class NormalizationEps
{
    /// <summary>Above this it decides the scale of what is normalised.</summary>
    private const double Most = 0.1;

    /// <summary>A Keras momentum, which stands in this place there, is the usual reason.</summary>
    public const string OfVarianceWithMomentum =
        "it is added to the variance; a Keras momentum of 0.8 is Momentum = 0.2 here";

    public static IEnumerable<LayerProblem> Remarks(string kind, double eps, string reason) =>
        eps <= Most
            ? []
            :
            [
                LayerProblem.UnusualArgument(
                    "Eps",
                    eps,
                    $"in (0, {CodeText.Of(Most)}]",
                    reason,
                    Mend.Set(kind, ArgumentChange.Removal("Eps"))
                ),
            ];
}
