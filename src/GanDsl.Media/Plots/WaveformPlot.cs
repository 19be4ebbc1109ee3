using ScottPlot;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Draws real and generated signals side by side.</summary>
public static class WaveformPlot
{
    private const int Columns = 2;
    private const int CellWidth = 210;
    private const int CellHeight = 88;
    private const int Header = 96;

    /// <summary>The part of a cell that its signal takes, in either direction.</summary>
    private const double Fill = 0.92;

    /// <summary>Between the real signals and the generated ones, in cells.</summary>
    private const double Gap = 0.12;

    /// <summary>Saves a drawing: real signals on the left, generated ones on the right, two in a row.</summary>
    /// <param name="path">
    /// The file, *.svg, *.png, *.jpg or *.webp; one that exists is replaced once the new one is complete, and missing folders are made.
    /// </param>
    /// <param name="real">Real signals [M, C, L], M at least 1.</param>
    /// <param name="generated">Generated signals [N, C, L], N at least 1. Where a value is not finite, the line ends.</param>
    /// <param name="range">The interval that the height of a signal's field shows; what lies outside is drawn outside.</param>
    /// <param name="title">Stands above the drawing.</param>
    /// <exception cref="ArgumentException">A tensor has another shape.</exception>
    /// <exception cref="GanException">The name ends otherwise, or the file cannot be written.</exception>
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
        PlotFile.CheckFormat(path);
        var rows = Rows(Math.Max(real.shape[0], generated.shape[0]));
        var width = (int)((2 * Columns + Gap) * CellWidth) + 40;
        PlotFile.Write(path, Draw(real, generated, range, title), width, Header + rows * CellHeight);
    }

    /// <summary>The plot of <see cref="Save"/>: a cell is 1 wide and 1 high, and the first row ends at height 0.</summary>
    internal static Plot Draw(Tensor real, Tensor generated, ValueRange range, string title)
    {
        var plot = PlotStyle.Plot(title);
        plot.HideAxesAndGrid();
        plot.Axes.Title.IsVisible = true;
        var (low, high) = Interval(range, real);
        Add(plot, real, 0, PlotStyle.Blue, low, high);
        Add(plot, generated, Columns + Gap, PlotStyle.Red, low, high);
        AddName(plot, "real", PlotStyle.Blue);
        AddName(plot, "generated", PlotStyle.Red);
        var rows = Rows(Math.Max(real.shape[0], generated.shape[0]));
        plot.Axes.SetLimits(0, 2 * Columns + Gap, -rows, 0);
        PlotStyle.SetLetters(plot);
        return plot;
    }

    private static int Rows(long count) => checked((int)((count + Columns - 1) / Columns));

    private static void Add(Plot plot, Tensor signals, double left, Color colour, float low, float high)
    {
        var (count, channels, length) = ((int)signals.shape[0], (int)signals.shape[1], (int)signals.shape[2]);
        var values = HostTensor.ToArray(signals);
        var period = Fill / Math.Max(1, length - 1);
        for (var i = 0; i < count; i++)
        {
            var x = left + i % Columns + (1 - Fill) / 2;
            var y = -1 - i / Columns + (1 - Fill) / 2;
            var field = plot.Add.Rectangle(x, x + Fill, y, y + Fill);
            field.FillColor = Colors.Transparent;
            field.LineColor = Colors.LightGray;
            field.LineWidth = 1;
            for (var channel = 0; channel < channels; channel++)
            {
                double[] heights =
                [
                    .. new ArraySegment<float>(values, (i * channels + channel) * length, length)
                        .TakeWhile(float.IsFinite)
                        .Select(value => y + Fill * (value - low) / (high - low)),
                ];
                if (heights.Length == 0)
                {
                    continue;
                }

                var wave = plot.Add.Signal(heights, period, colour);
                wave.Data.XOffset = x;
                wave.LineWidth = 1;
                wave.MaximumMarkerSize = 0;
            }
        }
    }

    private static void AddName(Plot plot, string name, Color colour) =>
        plot.Legend.ManualItems.Add(
            new LegendItem
            {
                LabelText = name,
                LineColor = colour,
                LineWidth = 2,
            }
        );

    private static void CheckShape(Tensor signals, string name)
    {
        ArgumentNullException.ThrowIfNull(signals, name);
        var shape = signals.shape;
        if (shape.Length != 3 || shape.Contains(0))
        {
            throw new ArgumentException(
                $"A waveform plot shows signals [N, channels, length], at least one, but the tensor '{name}' is {ShapeText.Of(shape)}.",
                name
            );
        }
    }

    private static (float Low, float High) Interval(ValueRange range, Tensor real)
    {
        if (range == ValueRange.MinusOneToOne)
        {
            return (-1, 1);
        }

        if (range == ValueRange.ZeroToOne)
        {
            return (0, 1);
        }

        float[] finite = [.. HostTensor.ToArray(real).Where(float.IsFinite)];
        return finite.Length > 0 && finite.Min() < finite.Max() ? (finite.Min(), finite.Max()) : (-1, 1);
    }
}
