using System.Globalization;
using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>
/// What the numbers of the min-max game are where D cannot tell, for their documentation. They are those of unsmoothed labels; a D that has
/// learned a smoothed label says label · p / (p + q) at best, which leaves them a bias.
/// </summary>
internal static class MinimaxNumbers
{
    /// <summary>The total loss where D cannot tell.</summary>
    public static string Total(GanModel model) =>
        model.Smoothing is { } smoothing ? Rounded(-Value(smoothing) - Math.Log(smoothing.UndecidedScore)) : "3 log 2";

    /// <summary>V(D, G) where D cannot tell.</summary>
    public static string Value(GanModel model) =>
        model.Smoothing is { } smoothing ? Rounded(Value(smoothing)) : "-log 4";

    /// <summary>The bias of the estimate of the divergence, as a sentence after another one; empty where there is none.</summary>
    public static string BiasOfDivergence(GanModel model)
    {
        if (model.Smoothing is not { } smoothing)
        {
            return "";
        }

        var whereUndecided = Rounded(-(Value(smoothing) + Math.Log(4)) / 2);
        var whereDecided = Rounded(-Math.Log(smoothing.RealLabel) / 2);
        return $" Smoothed labels make it too low: by {whereUndecided} where D cannot tell, by {whereDecided} where D tells all apart.";
    }

    private static double Value(LabelSmoothingAttribute smoothing) =>
        Math.Log(smoothing.UndecidedScore) + Math.Log(1 - smoothing.UndecidedScore);

    private static string Rounded(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
