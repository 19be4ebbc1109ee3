using Microsoft.DotNet.Interactive.Formatting;

namespace GanDsl.Interactive;

/// <summary>Batches as what they are of: a grid of pictures, a plot of points, waveforms and sound; else as numbers.</summary>
internal static class BatchFormatters
{
    /// <summary>Samples a second, as nothing says how many a signal has: that of telephones and of most examples.</summary>
    private const int SampleRate = 8000;

    private const int MostWaveforms = 4;

    /// <summary>Registers all of them, for HTML.</summary>
    public static void Register()
    {
        Formatter.Register<ImageBatch>(Images, HtmlFormatter.MimeType);
        Formatter.Register<PointBatch>(Points, HtmlFormatter.MimeType);
        Formatter.Register<SignalBatch>(Signals, HtmlFormatter.MimeType);
        Formatter.Register<Batch>(Values, HtmlFormatter.MimeType);
    }

    private static string Images(ImageBatch images) =>
        images.Count > 0 && images.ExampleShape[0] is 1 or 3
            ? Html.Picture(path => images.SaveGrid(path))
            : Values(images);

    private static string Points(PointBatch points) =>
        points.Count > 0 && points.ExampleShape[0] == 2
            ? Html.Drawing(path => ScatterPlot.Save(path, points.Tensor, "Points"))
            : Values(points);

    private static string Signals(SignalBatch signals)
    {
        if (signals.Count == 0)
        {
            return Values(signals);
        }

        var waveforms = Html.Drawing(path => LinePlot.Save(path, Waveforms(signals), "Signals", "sample"));
        return signals.ExampleShape[0] == 1
            ? waveforms + Html.Sound(path => signals.SaveWav(path, SampleRate))
            : waveforms;
    }

    /// <summary>The first channel of the first signals.</summary>
    private static List<LineSeries> Waveforms(SignalBatch signals)
    {
        var (channels, length) = ((int)signals.ExampleShape[0], (int)signals.ExampleShape[1]);
        var values = HostTensor.ToArray(signals.Tensor);
        return
        [
            .. Enumerable
                .Range(0, Math.Min(signals.Count, MostWaveforms))
                .Select(signal => new LineSeries(
                    $"signal {signal + 1}",
                    [
                        .. values
                            .AsSpan(signal * channels * length, length)
                            .ToArray()
                            .Select((value, sample) => ((double)sample, (double)value)),
                    ]
                )),
        ];
    }

    private static string Values(Batch batch)
    {
        var shape = string.Join(", ", batch.ExampleShape.Prepend(batch.Count));
        return Html.Text($"{BatchRefusal.Name(batch.GetType())} [{shape}]");
    }
}
