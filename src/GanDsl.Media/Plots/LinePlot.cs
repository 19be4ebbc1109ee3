using System.Globalization;
using System.Net;

namespace GanDsl;

/// <summary>Draws lines, such as a loss over the steps of a training, as SVG.</summary>
public static class LinePlot
{
    private const double Width = 720;
    private const double Height = 420;
    private const double Left = 64;
    private const double Right = 696;
    private const double Top = 72;
    private const double Bottom = 362;

    /// <summary>Empty space above and below the lines, as a fraction of their extent.</summary>
    private const double Surround = 0.05;

    /// <summary>Saves a drawing; its frame holds every finite point of every line.</summary>
    /// <param name="path">The file, usually *.svg; one that exists is replaced once the new one is complete, and missing folders are made.</param>
    /// <param name="lines">
    /// The lines, at least one; later ones are drawn over earlier ones. The legend counts the points that are not finite.
    /// </param>
    /// <param name="title">Stands above the drawing.</param>
    /// <param name="horizontal">What the horizontal axis shows.</param>
    /// <exception cref="ArgumentException">There are no lines.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void Save(
        string path,
        IReadOnlyList<LineSeries> lines,
        string title = "Losses",
        string horizontal = "step"
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0)
            throw new ArgumentException("A line plot needs at least one line.", nameof(lines));

        var drawing = new SvgDrawing(Width, Height, Left, title);
        IEnumerable<(double X, double Y)> finite = lines.SelectMany(line => line.Points).Where(IsFinite);
        var x = PlotAxis.Around(finite.Select(point => point.X), 0, Left, Right - Left);
        var y = PlotAxis.Around(finite.Select(point => point.Y), Surround, Bottom, Top - Bottom);
        drawing.AppendAxes(x, y);
        drawing.Append(
            $"<text x=\"{(Left + Right) / 2}\" y=\"{Bottom + 42}\" font-size=\"13\" text-anchor=\"middle\" fill=\"#333\">{WebUtility.HtmlEncode(horizontal)}</text>\n"
        );
        for (int i = 0; i < lines.Count; i++)
            AppendLine(drawing, lines[i], PlotColours.Of(i), x, y);
        drawing.Save(path);
    }

    private static void AppendLine(SvgDrawing drawing, LineSeries line, string colour, PlotAxis x, PlotAxis y)
    {
        (double width, double opacity) = line.IsFaint ? (1, 0.4) : (2, 1);
        drawing.Append(
            $"<g fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-opacity=\"{opacity}\" stroke-linejoin=\"round\">\n"
        );
        foreach (List<(double X, double Y)> part in Unbroken(line.Points))
            drawing.Append(
                $"<polyline points=\"{Polyline.Points(part.Select(point => (x.Place(point.X), y.Place(point.Y))))}\"/>\n"
            );
        drawing.Append($"</g>\n");

        int missing = line.Points.Count(point => !IsFinite(point));
        string label =
            missing == 0
                ? line.Name
                : string.Create(CultureInfo.InvariantCulture, $"{line.Name} ({missing} not finite)");
        drawing.AppendLegend(colour, label);
    }

    /// <summary>The parts of a line between points that are not finite.</summary>
    private static IEnumerable<List<(double X, double Y)>> Unbroken(IEnumerable<(double X, double Y)> points)
    {
        var part = new List<(double X, double Y)>();
        foreach ((double X, double Y) point in points)
            if (IsFinite(point))
            {
                part.Add(point);
            }
            else if (part.Count > 0)
            {
                yield return part;
                part = [];
            }

        if (part.Count > 0)
            yield return part;
    }

    private static bool IsFinite((double X, double Y) point) => double.IsFinite(point.X) && double.IsFinite(point.Y);
}
