using System.Globalization;
using System.Net;
using System.Text;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Draws real and generated points of the plane over one another, as SVG.</summary>
public static class ScatterPlot
{
    private const double Width = 560;
    private const double Height = 592;

    // Two colours that the colour-blind tell apart (Paul Tol's "bright" scheme).
    private static readonly Series Real = new("real", "#4477AA", 1.5);
    private static readonly Series Generated = new("generated", "#EE6677", 2.3);

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

        string drawing = Draw(realPoints, generatedPoints, title);
        FileReplacement.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(drawing)));
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

    private static string Draw(float[] real, float[] generated, string title)
    {
        var frame = new PlotFrame(real);
        var svg = new StringBuilder();
        Append(
            svg,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" font-family="Helvetica, Arial, sans-serif">
            <rect width="100%" height="100%" fill="white"/>
            <text x="{PlotFrame.Left}" y="30" font-size="18" font-weight="bold" fill="#222">{WebUtility.HtmlEncode(
                title
            )}</text>

            """
        );
        AppendAxes(svg, frame);
        double legend = PlotFrame.Left + 6;
        // Real modes are often much narrower than what is generated and would vanish under it.
        AppendSeries(svg, frame, Generated, generated, ref legend);
        AppendSeries(svg, frame, Real, real, ref legend);
        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendAxes(StringBuilder svg, PlotFrame frame)
    {
        const double left = PlotFrame.Left;
        const double top = PlotFrame.Top;
        const double right = left + PlotFrame.Side;
        const double bottom = top + PlotFrame.Side;
        svg.Append("<g stroke=\"#e6e6e6\" fill=\"#555\" font-size=\"12\">\n");
        foreach (double tick in frame.TicksX)
        {
            Append(
                svg,
                $"<line x1=\"{frame.X(tick):0.##}\" x2=\"{frame.X(tick):0.##}\" y1=\"{top}\" y2=\"{bottom}\"/>\n"
            );
            Append(
                svg,
                $"<text x=\"{frame.X(tick):0.##}\" y=\"{bottom + 18}\" text-anchor=\"middle\" stroke=\"none\">{tick:G6}</text>\n"
            );
        }

        foreach (double tick in frame.TicksY)
        {
            Append(
                svg,
                $"<line x1=\"{left}\" x2=\"{right}\" y1=\"{frame.Y(tick):0.##}\" y2=\"{frame.Y(tick):0.##}\"/>\n"
            );
            Append(
                svg,
                $"<text x=\"{left - 8}\" y=\"{frame.Y(tick) + 4:0.##}\" text-anchor=\"end\" stroke=\"none\">{tick:G6}</text>\n"
            );
        }

        svg.Append("</g>\n");
        Append(
            svg,
            $"<rect x=\"{left}\" y=\"{top}\" width=\"{PlotFrame.Side}\" height=\"{PlotFrame.Side}\" fill=\"none\" stroke=\"#888\"/>\n"
        );
    }

    private static void AppendSeries(
        StringBuilder svg,
        PlotFrame frame,
        Series series,
        float[] points,
        ref double legend
    )
    {
        int hidden = 0;
        Append(svg, $"<g id=\"{series.Name}\" fill=\"{series.Colour}\" fill-opacity=\"0.5\">\n");
        for (int i = 0; i < points.Length; i += 2)
            if (frame.Shows(points[i], points[i + 1]))
                Append(
                    svg,
                    $"<circle cx=\"{frame.X(points[i]):0.##}\" cy=\"{frame.Y(points[i + 1]):0.##}\" r=\"{series.Radius}\"/>\n"
                );
            else
                hidden++;
        svg.Append("</g>\n");

        string label = series.Label(points.Length / 2, hidden);
        Append(svg, $"<circle cx=\"{legend}\" cy=\"52\" r=\"5\" fill=\"{series.Colour}\"/>\n");
        Append(svg, $"<text x=\"{legend + 10}\" y=\"56\" font-size=\"13\" fill=\"#333\">{label}</text>\n");
        // Text cannot be measured here; 7 is a generous mean width of a character of 13.
        legend += 34 + 7 * label.Length;
    }

    private static void Append(StringBuilder svg, FormattableString text) =>
        svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Series(string Name, string Colour, double Radius)
    {
        public string Label(int count, int hidden) =>
            hidden == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{Name} ({count})")
                : string.Create(CultureInfo.InvariantCulture, $"{Name} ({count}, {hidden} outside)");
    }
}
