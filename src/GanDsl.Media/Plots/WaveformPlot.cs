using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Draws real and generated signals side by side, as SVG.</summary>
public static class WaveformPlot
{
    private const double Left = 24;
    private const double Top = 72;
    private const double CellWidth = 200;
    private const double CellHeight = 76;
    private const double Gap = 12;
    private const int Columns = 2;

    /// <summary>Saves a drawing: real signals on the left, generated ones on the right, two in a row.</summary>
    /// <param name="path">The file, usually *.svg; one that exists is replaced once the new one is complete, and missing folders are made.</param>
    /// <param name="real">Real signals [M, C, L], M at least 1.</param>
    /// <param name="generated">Generated signals [N, C, L], N at least 1. Where a value is not finite, the line ends.</param>
    /// <param name="range">The interval that the height of a signal's field shows; what lies outside is drawn outside.</param>
    /// <param name="title">Stands above the drawing.</param>
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    /// <exception cref="GanException">The file cannot be written.</exception>
    public static void Save(
        string path,
        Tensor real,
        Tensor generated,
        ValueRange range = ValueRange.MinusOneToOne,
        string title = "Real and generated signals"
    )
    {
        CheckShape(real, nameof(real));
        CheckShape(generated, nameof(generated));
        (float low, float high) = Interval(range, real);
        long rows = (Math.Max(real.shape[0], generated.shape[0]) + Columns - 1) / Columns;
        double half = Columns * (CellWidth + Gap);
        var drawing = new SvgDrawing(2 * Left + 2 * half + Gap, Top + rows * (CellHeight + Gap) + Gap, Left, title);

        AppendSignals(drawing, real, Left, "real", PlotColours.Blue, low, high);
        AppendSignals(drawing, generated, Left + half + 2 * Gap, "generated", PlotColours.Red, low, high);
        drawing.Save(path);
    }

    private static void CheckShape(Tensor signals, string name)
    {
        ArgumentNullException.ThrowIfNull(signals, name);
        long[] shape = signals.shape;
        if (shape.Length != 3 || shape.Contains(0))
            throw new ArgumentException(
                $"A waveform plot shows signals [N, channels, length], at least one, but the tensor '{name}' is {ShapeText.Of(shape)}.",
                name
            );
    }

    private static (float Low, float High) Interval(ValueRange range, Tensor real)
    {
        if (range == ValueRange.MinusOneToOne)
            return (-1, 1);
        if (range == ValueRange.ZeroToOne)
            return (0, 1);
        float[] finite = [.. HostTensor.ToArray(real).Where(float.IsFinite)];
        return finite.Length > 0 && finite.Min() < finite.Max() ? (finite.Min(), finite.Max()) : (-1, 1);
    }

    private static void AppendSignals(
        SvgDrawing drawing,
        Tensor signals,
        double left,
        string name,
        string colour,
        float low,
        float high
    )
    {
        (int count, int channels, int length) = ((int)signals.shape[0], (int)signals.shape[1], (int)signals.shape[2]);
        float[] values = HostTensor.ToArray(signals);
        drawing.Append($"<g id=\"{name}\" fill=\"none\">\n");
        for (int i = 0; i < count; i++)
        {
            double x = left + i % Columns * (CellWidth + Gap);
            double y = Top + i / Columns * (CellHeight + Gap);
            drawing.Append(
                $"<rect x=\"{x}\" y=\"{y}\" width=\"{CellWidth}\" height=\"{CellHeight}\" stroke=\"#e6e6e6\"/>\n"
            );
            var time = new PlotAxis(0, Math.Max(1, length - 1), x, CellWidth);
            var height = new PlotAxis(low, high - low, y + CellHeight, -CellHeight);
            for (int channel = 0; channel < channels; channel++)
            {
                ArraySegment<float> signal = new(values, (i * channels + channel) * length, length);
                string points = Polyline.Points(
                    signal
                        .TakeWhile(float.IsFinite)
                        .Select((value, moment) => (time.Place(moment), height.Place(value)))
                );
                drawing.Append($"<polyline stroke=\"{colour}\" stroke-width=\"0.8\" points=\"{points}\"/>\n");
            }
        }

        drawing.Append($"</g>\n");
        drawing.AppendLegend(colour, name);
    }
}
