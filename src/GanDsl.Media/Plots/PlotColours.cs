namespace GanDsl;

/// <summary>Colours that the colour-blind tell apart: Paul Tol's "bright" scheme.</summary>
internal static class PlotColours
{
    /// <summary>What is real, and the first line of a plot.</summary>
    public const string Blue = "#4477AA";

    /// <summary>What is generated, and the second line of a plot.</summary>
    public const string Red = "#EE6677";

    private static readonly string[] All = [Blue, Red, "#228833", "#CCBB44", "#66CCEE", "#AA3377"];

    /// <summary>The colour of a line, the same again after six of them.</summary>
    public static string Of(int line) => All[line % All.Length];
}
