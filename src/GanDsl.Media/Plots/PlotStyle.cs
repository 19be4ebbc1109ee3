using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace GanDsl;

/// <summary>What all plots have in common: their letters, their colours and how they write numbers.</summary>
internal static class PlotStyle
{
    /// <summary>What is real, and the first line of a plot.</summary>
    public static readonly Color Blue = Color.FromHex("#4477AA");

    /// <summary>What is generated, and the second line of a plot.</summary>
    public static readonly Color Red = Color.FromHex("#EE6677");

    /// <summary>Colours that the colour-blind tell apart: Paul Tol's "bright" scheme.</summary>
    private static readonly Color[] Bright =
    [
        Blue,
        Red,
        Color.FromHex("#228833"),
        Color.FromHex("#CCBB44"),
        Color.FromHex("#66CCEE"),
        Color.FromHex("#AA3377"),
    ];

    /// <summary>The first of these that the machine has; without one, ScottPlot chooses.</summary>
    private static readonly string? Letters = ((string[])["Helvetica", "Arial", "Liberation Sans", "DejaVu Sans"])
        .Intersect(SKFontManager.Default.FontFamilies, StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault();

    /// <summary>The colour of a line, the same again after six of them.</summary>
    public static Color Line(int number) => Bright[number % Bright.Length];

    /// <summary>An empty plot with a title and a legend above its upper edge.</summary>
    public static Plot Plot(string title)
    {
        var plot = new Plot();
        plot.Title(title);
        plot.Axes.Bottom.TickGenerator = Ticks();
        plot.Axes.Left.TickGenerator = Ticks();
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.OutlineColor = Colors.Transparent;
        plot.ShowLegend(Edge.Top);
        return plot;
    }

    /// <summary>Sets the letters of all that a plot holds by now.</summary>
    public static void SetLetters(Plot plot)
    {
        if (Letters is not null)
        {
            plot.Font.Set(Letters);
        }
    }

    private static NumericAutomatic Ticks() =>
        new() { LabelFormatter = value => value.ToString("G6", CultureInfo.InvariantCulture) };
}
