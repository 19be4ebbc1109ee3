using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace GanDsl;

/// <summary>Writes plots in the format that the name of the file asks for: SVG, or a picture.</summary>
internal static partial class PlotFile
{
    /// <summary>Writes a plot; an existing file is replaced once the new one is complete, and missing folders are made.</summary>
    /// <param name="path">The file, *.svg or as <see cref="PictureFile"/> has it.</param>
    /// <param name="plot">The plot.</param>
    /// <param name="width">Its width, in pixels.</param>
    /// <param name="height">Its height, in pixels.</param>
    /// <exception cref="GanException">The name ends otherwise, or the file cannot be written.</exception>
    public static void Write(string path, Plot plot, int width, int height)
    {
        if (string.Equals(Path.GetExtension(path), ".svg", StringComparison.OrdinalIgnoreCase))
        {
            var svg = WithOwnNumbers(plot.GetSvgXml(width, height));
            FileReplacement.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(svg)));
            return;
        }

        using var picture = new SKBitmap(width, height, isOpaque: true);
        using var canvas = new SKCanvas(picture);
        plot.Render(canvas, width, height);
        PictureFile.Write(path, picture);
    }

    /// <summary>
    /// Skia numbers the clips of all drawings of a process, so that no two would be alike: those of a drawing count from 1.
    /// </summary>
    private static string WithOwnNumbers(string svg)
    {
        var numbers = new Dictionary<string, int>();
        return ClipName()
            .Replace(
                svg,
                name =>
                {
                    numbers.TryAdd(name.Value, numbers.Count + 1);
                    return string.Create(CultureInfo.InvariantCulture, $"clip{numbers[name.Value]}");
                }
            );
    }

    [GeneratedRegex(@"\bcl_[0-9a-f]+\b")]
    private static partial Regex ClipName();

    /// <summary>The formats that <see cref="Write"/> takes, before anything is drawn.</summary>
    /// <exception cref="GanException">The name ends otherwise.</exception>
    public static void CheckFormat(string path)
    {
        if (!string.Equals(Path.GetExtension(path), ".svg", StringComparison.OrdinalIgnoreCase))
        {
            _ = PictureFile.FormatOf(path);
        }
    }
}
