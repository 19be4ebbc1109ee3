using System.Globalization;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Draws real and generated points of the plane over one another, as SVG.</summary>
public static class ScatterPlot
{
    private const double Width = 560;
    private const double Height = 592;

    private static readonly Series Real = new("real", PlotColours.Blue, 1.5);
    private static readonly Series Generated = new("generated", PlotColours.Red, 2.3);

    /// <summary>Saves a drawing; its frame is laid around the real points, with the same scale in both directions.</summary>
    /// <param name="path">The file, usually *.svg; one that exists is replaced once the new one is complete, and missing folders are made.</param>
    /// <param name="real">Real points [M, 2], M at least 1.</param>
    /// <param name="generated">
    /// Generated points [N, 2]. The legend counts those that the frame does not show: far away or not finite.
    /// </param>
    /// <param name="title">Stands above the drawing.</param>
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void Save(string path, Tensor real, Tensor generated, string title = "Real and generated points")
    {
        float[] realPoints = Points(real, nameof(real));
        float[] generatedPoints = Points(generated, nameof(generated));
        if (realPoints.Length == 0)
            throw new ArgumentException(
                "A scatter plot needs at least one real point to lay its frame around.",
                nameof(real)
            );

        Draw(realPoints, generatedPoints, title).Save(path);
    }

    private static float[] Points(Tensor points, string name)
    {
        ArgumentNullException.ThrowIfNull(points, name);
        long[] shape = points.shape;
        if (shape.Length != 2 || shape[1] != 2)
            throw new ArgumentException(
                $"A scatter plot shows points [N, 2], but the tensor '{name}' is {ShapeText.Of(shape)}.",
                name
            );
        return shape[0] == 0 ? [] : HostTensor.ToArray(points);
    }

    private static SvgDrawing Draw(float[] real, float[] generated, string title)
    {
        var frame = new PlotFrame(real);
        var drawing = new SvgDrawing(Width, Height, PlotFrame.Left, title);
        drawing.AppendAxes(frame.Horizontal, frame.Vertical);
        // Real modes are often much narrower than what is generated and would vanish under it.
        AppendSeries(drawing, frame, Generated, generated);
        AppendSeries(drawing, frame, Real, real);
        return drawing;
    }

    private static void AppendSeries(SvgDrawing drawing, PlotFrame frame, Series series, float[] points)
    {
        int hidden = 0;
        drawing.Append($"<g id=\"{series.Name}\" fill=\"{series.Colour}\" fill-opacity=\"0.5\">\n");
        for (int i = 0; i < points.Length; i += 2)
        {
            (double x, double y) = (points[i], points[i + 1]);
            if (frame.Shows(x, y))
                drawing.Append(
                    $"<circle cx=\"{frame.Horizontal.Place(x):0.##}\" cy=\"{frame.Vertical.Place(y):0.##}\" r=\"{series.Radius}\"/>\n"
                );
            else
                hidden++;
        }

        drawing.Append($"</g>\n");
        drawing.AppendLegend(series.Colour, series.Label(points.Length / 2, hidden));
    }

    private sealed record Series(string Name, string Colour, double Radius)
    {
        public string Label(int count, int hidden) =>
            hidden == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{Name} ({count})")
                : string.Create(CultureInfo.InvariantCulture, $"{Name} ({count}, {hidden} outside)");
    }
}
