using System.Globalization;
using ScottPlot;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Draws real and generated points of the plane over one another.</summary>
public static class ScatterPlot
{
    private const int Width = 560;
    private const int Height = 600;

    /// <summary>Empty space around the real points, as a fraction of their extent.</summary>
    private const double Margin = 0.18;

    /// <summary>Saves a drawing; its frame is laid around the real points, with the same scale in both directions.</summary>
    /// <param name="path">
    /// The file, *.svg, *.png, *.jpg or *.webp; one that exists is replaced once the new one is complete, and missing folders are made.
    /// </param>
    /// <param name="real">Real points [M, 2], M at least 1.</param>
    /// <param name="generated">
    /// Generated points [N, 2]. The legend counts those that the frame does not show: far away or not finite.
    /// </param>
    /// <param name="title">Stands above the drawing.</param>
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    /// <exception cref="GanException">The name ends otherwise, or the file cannot be written.</exception>
    public static void Save(string path, Tensor real, Tensor generated, string title = "Real and generated points")
    {
        var realPoints = Points(real, nameof(real));
        var generatedPoints = Points(generated, nameof(generated));
        if (realPoints.Length == 0)
        {
            throw new ArgumentException(
                "A scatter plot needs at least one real point to lay its frame around.",
                nameof(real)
            );
        }

        PlotFile.CheckFormat(path);
        PlotFile.Write(path, Draw(realPoints, generatedPoints, title), Width, Height);
    }

    /// <summary>Saves a drawing of points by themselves, in a frame around all of them.</summary>
    /// <param name="path">The file, *.svg, *.png, *.jpg or *.webp; one that exists is replaced once the new one is complete.</param>
    /// <param name="points">Points [N, 2], N at least 1.</param>
    /// <param name="title">Stands above the drawing.</param>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    /// <exception cref="GanException">The name ends otherwise, or the file cannot be written.</exception>
    public static void Save(string path, Tensor points, string title = "Points")
    {
        var shown = Points(points, nameof(points));
        if (shown.Length == 0)
        {
            throw new ArgumentException(
                "A scatter plot needs at least one point to lay its frame around.",
                nameof(points)
            );
        }

        PlotFile.CheckFormat(path);
        var plot = PlotStyle.Plot(title);
        var frame = Frame(shown);
        plot.Axes.SetLimits(frame);
        plot.Axes.SquareUnits();
        Add(plot, frame, shown, "points", PlotStyle.Blue, 4);
        PlotStyle.SetLetters(plot);
        PlotFile.Write(path, plot, Width, Height);
    }

    /// <summary>The plot of real and generated points.</summary>
    internal static Plot Draw(Coordinates[] real, Coordinates[] generated, string title)
    {
        var plot = PlotStyle.Plot(title);
        var frame = Frame(real);
        plot.Axes.SetLimits(frame);
        plot.Axes.SquareUnits();
        // Real modes are often much narrower than what is generated and would vanish under it.
        Add(plot, frame, generated, "generated", PlotStyle.Red, 4);
        Add(plot, frame, real, "real", PlotStyle.Blue, 3);
        PlotStyle.SetLetters(plot);
        return plot;
    }

    /// <summary>The square around all finite points, with empty space around it.</summary>
    private static CoordinateRect Frame(Coordinates[] points)
    {
        Coordinates[] finite = [.. points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))];
        if (finite.Length == 0)
        {
            finite = [Coordinates.Origin];
        }

        var (left, right) = (finite.Min(point => point.X), finite.Max(point => point.X));
        var (bottom, top) = (finite.Min(point => point.Y), finite.Max(point => point.Y));
        var span = Math.Max(right - left, top - bottom);
        var side = span > 0 ? span * (1 + 2 * Margin) : 1;
        var (x, y) = ((left + right - side) / 2, (bottom + top - side) / 2);
        return new CoordinateRect(x, x + side, y, y + side);
    }

    private static void Add(
        Plot plot,
        CoordinateRect frame,
        Coordinates[] points,
        string name,
        Color colour,
        float size
    )
    {
        // False for what is not finite.
        Coordinates[] shown = [.. points.Where(frame.Contains)];
        plot.Add.Markers(shown, MarkerShape.FilledCircle, size, colour.WithAlpha(0.5));
        var hidden = points.Length - shown.Length;
        var count = string.Create(CultureInfo.InvariantCulture, $"{name} ({points.Length}");
        plot.Legend.ManualItems.Add(
            new LegendItem
            {
                LabelText = hidden == 0 ? $"{count})" : $"{count}, {hidden} outside)",
                MarkerShape = MarkerShape.FilledCircle,
                MarkerColor = colour,
                MarkerSize = 8,
            }
        );
    }

    private static Coordinates[] Points(Tensor points, string name)
    {
        ArgumentNullException.ThrowIfNull(points, name);
        var shape = points.shape;
        if (shape.Length != 2 || shape[1] != 2)
        {
            throw new ArgumentException(
                $"A scatter plot shows points [N, 2], but the tensor '{name}' is {ShapeText.Of(shape)}.",
                name
            );
        }

        return shape[0] == 0
            ? []
            : [.. HostTensor.ToArray(points).Chunk(2).Select(point => new Coordinates(point[0], point[1]))];
    }
}
