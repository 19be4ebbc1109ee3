using System.Globalization;
using System.Net;
using System.Text;

namespace GanDsl;

/// <summary>An SVG drawing in the making, with the parts that all plots share: a title, a legend below it and axes.</summary>
internal sealed class SvgDrawing
{
    private readonly StringBuilder svg = new();
    private double legend;

    /// <summary>Starts a white drawing.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="left">Where the title and the legend start.</param>
    /// <param name="title">Stands at the top.</param>
    public SvgDrawing(double width, double height, double left, string title)
    {
        legend = left + 6;
        Append(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="Helvetica, Arial, sans-serif">
            <rect width="100%" height="100%" fill="white"/>
            <text x="{left}" y="30" font-size="18" font-weight="bold" fill="#222">{WebUtility.HtmlEncode(title)}</text>

            """
        );
    }

    /// <summary>Adds text as SVG writes it, numbers with a decimal point in every culture.</summary>
    public void Append(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a framed field with grid lines at round numbers.</summary>
    public void AppendAxes(PlotAxis horizontal, PlotAxis vertical)
    {
        (double left, double right) = (horizontal.Start, horizontal.End);
        (double bottom, double top) = (vertical.Start, vertical.End);
        Append($"<g stroke=\"#e6e6e6\" fill=\"#555\" font-size=\"12\">\n");
        foreach (double tick in horizontal.Ticks())
        {
            double x = horizontal.Place(tick);
            Append($"<line x1=\"{x:0.##}\" x2=\"{x:0.##}\" y1=\"{top}\" y2=\"{bottom}\"/>\n");
            Append(
                $"<text x=\"{x:0.##}\" y=\"{bottom + 18}\" text-anchor=\"middle\" stroke=\"none\">{tick:G6}</text>\n"
            );
        }

        foreach (double tick in vertical.Ticks())
        {
            double y = vertical.Place(tick);
            Append($"<line x1=\"{left}\" x2=\"{right}\" y1=\"{y:0.##}\" y2=\"{y:0.##}\"/>\n");
            Append($"<text x=\"{left - 8}\" y=\"{y + 4:0.##}\" text-anchor=\"end\" stroke=\"none\">{tick:G6}</text>\n");
        }

        Append($"</g>\n");
        Append(
            $"<rect x=\"{left}\" y=\"{top}\" width=\"{right - left}\" height=\"{bottom - top}\" fill=\"none\" stroke=\"#888\"/>\n"
        );
    }

    /// <summary>Adds an entry to the legend.</summary>
    public void AppendLegend(string colour, string label)
    {
        Append($"<circle cx=\"{legend}\" cy=\"52\" r=\"5\" fill=\"{colour}\"/>\n");
        Append(
            $"<text x=\"{legend + 10}\" y=\"56\" font-size=\"13\" fill=\"#333\">{WebUtility.HtmlEncode(label)}</text>\n"
        );
        // Text cannot be measured here; 7 is a generous mean width of a character of 13.
        legend += 34 + 7 * label.Length;
    }

    /// <summary>Writes the drawing; an existing file is replaced once the new one is complete, and missing folders are made.</summary>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public void Save(string path)
    {
        string drawing = svg.Append("</svg>\n").ToString();
        FileReplacement.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(drawing)));
    }
}
