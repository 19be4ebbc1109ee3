using System.Globalization;
using ScottPlot;

namespace GanDsl;

/// <summary>Draws lines, such as a loss over the steps of a training.</summary>
public static class LinePlot
{
    private const int Width = 720;
    private const int Height = 420;

    /// <summary>Saves a drawing; its frame holds every finite point of every line.</summary>
    /// <param name="path">
    /// The file, *.svg, *.png, *.jpg or *.webp; one that exists is replaced once the new one is complete, and missing folders are made.
    /// </param>
    /// <param name="lines">
    /// The lines, at least one; later ones are drawn over earlier ones. The legend counts the points that are not finite.
    /// </param>
    /// <param name="title">Stands above the drawing.</param>
    /// <param name="horizontal">What the horizontal axis shows.</param>
    /// <exception cref="ArgumentException">There are no lines.</exception>
    /// <exception cref="GanException">The name ends otherwise, or the file cannot be written.</exception>
    public static void Save(
        string path,
        IReadOnlyList<LineSeries> lines,
        string title = "Losses",
        string horizontal = "step"
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0)
        {
            throw new ArgumentException("A line plot needs at least one line.", nameof(lines));
        }

        PlotFile.CheckFormat(path);
        PlotFile.Write(path, Draw(lines, title, horizontal), Width, Height);
    }

    /// <summary>The plot of <see cref="Save"/>.</summary>
    internal static Plot Draw(IReadOnlyList<LineSeries> lines, string title, string horizontal)
    {
        var plot = PlotStyle.Plot(title);
        plot.XLabel(horizontal);
        plot.Axes.Margins(horizontal: 0);
        for (var i = 0; i < lines.Count; i++)
        {
            AddLine(plot, lines[i], PlotStyle.Line(i));
        }

        PlotStyle.SetLetters(plot);
        return plot;
    }

    private static void AddLine(Plot plot, LineSeries line, Color colour)
    {
        var width = line.IsFaint ? 1 : 2;
        var shade = line.IsFaint ? colour.WithAlpha(0.4) : colour;
        foreach (var part in Unbroken(line.Points))
        {
            Add(plot, part, shade, width);
        }

        var missing = line.Points.Count(point => !IsFinite(point));
        var label =
            missing == 0
                ? line.Name
                : string.Create(CultureInfo.InvariantCulture, $"{line.Name} ({missing} not finite)");
        plot.Legend.ManualItems.Add(
            new LegendItem
            {
                LabelText = label,
                LineColor = shade,
                LineWidth = width,
            }
        );
    }

    /// <summary>
    /// Of points that go from left to right, only the outline of those in a column of pixels is drawn, which looks the same and keeps the
    /// drawing of a long training small.
    /// </summary>
    private static void Add(Plot plot, List<(double X, double Y)> points, Color colour, float width)
    {
        double[] xs = [.. points.Select(point => point.X)];
        double[] ys = [.. points.Select(point => point.Y)];
        if (xs.Length > 1 && xs.Zip(xs.Skip(1)).All(pair => pair.First < pair.Second))
        {
            var line = plot.Add.SignalXY(xs, ys, colour);
            line.LineWidth = width;
            line.MarkerSize = 0;
        }
        else
        {
            plot.Add.ScatterLine(xs, ys, colour).LineWidth = width;
        }
    }

    /// <summary>The parts of a line between points that are not finite.</summary>
    private static IEnumerable<List<(double X, double Y)>> Unbroken(IEnumerable<(double X, double Y)> points)
    {
        var part = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            if (IsFinite(point))
            {
                part.Add(point);
            }
            else if (part.Count > 0)
            {
                yield return part;
                part = [];
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static bool IsFinite((double X, double Y) point) => double.IsFinite(point.X) && double.IsFinite(point.Y);
}
