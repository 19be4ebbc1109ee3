using System.Globalization;
using System.Text;

namespace GanDsl;

/// <summary>
/// Draws curves over steps. The lines are stretched to whatever room there is, the letters stand beside them and keep their size, so that a
/// chart can be read on a wide screen and on a narrow one.
/// </summary>
internal static class Chart
{
    private const double Width = 1000;
    private const double Height = 300;
    private const int Colours = 6;

    /// <summary>The chart of some columns.</summary>
    /// <param name="measurements">The measurements.</param>
    /// <param name="columns">The places of the columns in <see cref="RunMeasurements.Columns"/>.</param>
    /// <param name="title">What stands above; null where the name of the column says it.</param>
    public static string Html(RunMeasurements measurements, IReadOnlyList<int> columns, string? title)
    {
        Curve[] curves = [.. columns.Select(column => new Curve(measurements.Curves, column))];
        var buckets = measurements.Curves.Buckets;
        var (left, right) = (buckets[0].First, buckets[^1].Last);
        (left, right) = left < right ? (left, right) : (left - 0.5, left + 0.5);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart{(title is null ? "" : " wide")}\">\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<h3>{HtmlText.Of(title ?? Words(measurements, columns[0]))}</h3>\n"
        );
        page.Append(Legend(measurements, columns, isNamed: title is not null));
        if (ChartFrame.Of(curves) is not { } frame)
        {
            return page.Append("<p class=\"missing\">No value is finite, so there is nothing to draw.</p>\n</figure>\n")
                .ToString();
        }

        double X(double step) => Width * (step - left) / (right - left);
        double Y(double value) => Height * (frame.High - value) / (frame.High - frame.Low);
        page.Append(
            CultureInfo.InvariantCulture,
            $"<div class=\"plot\" data-limits=\"{left:R} {right:R} {frame.Low:R} {frame.High:R}\">\n"
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{HtmlText.Of(string.Join(", ", columns.Select(column => Words(measurements, column))))} over steps\">\n"
        );
        double[] heights = [.. AxisTicks.Between(frame.Low, frame.High, 5)];
        foreach (var height in heights.Select(value => HtmlText.Coordinate(Y(value))))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"0\" x2=\"{Width}\" y1=\"{height}\" y2=\"{height}\"/>\n"
            );
        }

        for (var i = 0; i < curves.Length; i++)
        {
            Draw(page, curves[i], i % Colours, measurements.Curves.RowsOfBucket > 1, X, Y);
        }

        page.Append("</svg>\n");
        foreach (var value in heights)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<span class=\"y\" style=\"top:{HtmlText.Coordinate(100 * Y(value) / Height)}%\">{Tick(value)}</span>\n"
            );
        }

        foreach (var step in AxisTicks.Between(left, right, 4).Where(double.IsInteger))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<span class=\"x\" style=\"left:{HtmlText.Coordinate(100 * X(step) / Width)}%\">{HtmlText.Of((long)step)}</span>\n"
            );
        }

        page.Append("<div class=\"cursor\"><b></b></div>\n</div>\n");
        return page.Append(Notes(measurements, columns, frame)).Append("</figure>\n").ToString();
    }

    private static string Words(RunMeasurements measurements, int column) =>
        measurements.Columns[column].Name.Replace('_', ' ');

    /// <summary>The colours, the names, where the title is none, and the last values.</summary>
    private static string Legend(RunMeasurements measurements, IReadOnlyList<int> columns, bool isNamed)
    {
        var legend = new StringBuilder("<ul class=\"legend\">\n");
        for (var i = 0; i < columns.Count; i++)
        {
            var (name, index) = measurements.Columns[columns[i]];
            var value = measurements.Last[index] is { } last ? HtmlText.Of(last) : "–";
            legend.Append(
                CultureInfo.InvariantCulture,
                $"<li class=\"c{i % Colours}\"><i></i>{(isNamed ? HtmlText.InWords(name) + " " : "")}<output>{value}</output></li>\n"
            );
        }

        return legend.Append("</ul>\n").ToString();
    }

    private static void Draw(
        StringBuilder page,
        Curve curve,
        int colour,
        bool isThinned,
        Func<double, double> x,
        Func<double, double> y
    )
    {
        foreach (var part in curve.Parts)
        {
            if (isThinned)
            {
                var outline = part.Select(point => (point.Step, point.Greatest))
                    .Concat(part.Reverse().Select(point => (point.Step, point.Least)));
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"<polygon class=\"c{colour}\" points=\"{Points(outline, x, y)}\"/>\n"
                );
            }

            if (curve.IsSmoothed && !isThinned)
            {
                AddLine(page, "each", part.Select(point => (point.Step, point.Each)));
            }
        }

        foreach (var part in curve.Parts)
        {
            AddLine(page, "mean", part.Select(point => (point.Step, point.Mean)));
        }

        void AddLine(StringBuilder page, string kind, IEnumerable<(double Step, double Value)> points) =>
            page.Append(
                CultureInfo.InvariantCulture,
                $"<polyline class=\"{kind} c{colour}\" points=\"{Points(points, x, y)}\"/>\n"
            );
    }

    private static string Points(
        IEnumerable<(double Step, double Value)> points,
        Func<double, double> x,
        Func<double, double> y
    )
    {
        string[] places =
        [
            .. points.Select(point => $"{HtmlText.Coordinate(x(point.Step))},{HtmlText.Coordinate(y(point.Value))}"),
        ];
        // A point alone makes no line, so that one is drawn to where it begins.
        return string.Join(' ', places is [var only] ? [only, Beside(only)] : places);
    }

    private static string Beside(string place)
    {
        var comma = place.IndexOf(',', StringComparison.Ordinal);
        var x = double.Parse(place[..comma], CultureInfo.InvariantCulture);
        return HtmlText.Coordinate(x < Width / 2 ? x + 3 : x - 3) + place[comma..];
    }

    private static string Tick(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    /// <summary>What the chart cannot show.</summary>
    private static string Notes(RunMeasurements measurements, IReadOnlyList<int> columns, ChartFrame frame)
    {
        var notes = columns
            .Where(column => measurements.NotFinite[column] > 0)
            .Select(column =>
                $"{HtmlText.Of(measurements.NotFinite[column])} {(measurements.NotFinite[column] == 1 ? "value" : "values")} of {HtmlText.Of(Words(measurements, column))} {(measurements.NotFinite[column] == 1 ? "is" : "are")} not finite."
            );
        if (frame.IsCut)
        {
            notes = notes.Append(
                $"The values go from {HtmlText.Of(frame.Least)} to {HtmlText.Of(frame.Greatest)}; the few far from all others lie beyond the chart."
            );
        }

        var text = string.Join(' ', notes);
        return text.Length == 0 ? "" : $"<p class=\"note\">{text}</p>\n";
    }
}
