using System.Xml.Linq;
using ScottPlot;
using ScottPlot.Plottables;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class WaveformPlotTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shows_each_signal_in_a_field_of_its_own()
    {
        using var real = tensor(new float[] { -1, 0, 1, 0, 0, 0 }, [2, 1, 3]);
        using var generated = tensor(new float[] { 1, 0.5f, -1, 0, 0, 0, 0, 0, 0 }, [3, 1, 3]);

        var plot = Drawn(real, generated);

        CoordinateRect[] fields = [.. plot.GetPlottables<Rectangle>().Select(field => field.CoordinateRect)];
        Signal[] waves = [.. plot.GetPlottables<Signal>()];
        Assert.Equal((5, 5), (fields.Distinct().Count(), waves.Length));
        AssertPlaces(fields[0], [(0, 0), (0.5, 0.5), (1, 1)], waves[0]);
        AssertPlaces(fields[1], [(0, 0.5), (0.5, 0.5), (1, 0.5)], waves[1]);
        AssertPlaces(fields[2], [(0, 1), (0.5, 0.75), (1, 0)], waves[2]);
        Assert.True(fields[1].Right < fields[2].Left && fields[2].Top == fields[0].Top, "generated ones on the right");
        Assert.True(fields[4].Top < fields[2].Bottom && fields[4].Left == fields[2].Left, "two in a row");
    }

    [Fact]
    public void Data_from_zero_to_one_fill_the_field()
    {
        using var signal = tensor(new float[] { 0, 1 }, [1, 1, 2]);

        var plot = Drawn(signal, signal, ValueRange.ZeroToOne);

        AssertPlaces(
            plot.GetPlottables<Rectangle>().First().CoordinateRect,
            [(0, 0), (1, 1)],
            plot.GetPlottables<Signal>().First()
        );
    }

    [Fact]
    public void Unbounded_data_are_framed_by_the_real_ones()
    {
        using var real = tensor(new float[] { 10, 30 }, [1, 1, 2]);
        using var generated = tensor(new float[] { 20, 40 }, [1, 1, 2]);

        var plot = Drawn(real, generated, ValueRange.Unbounded);

        AssertPlaces(
            plot.GetPlottables<Rectangle>().Last().CoordinateRect,
            [(0, 0.5), (1, 1.5)],
            plot.GetPlottables<Signal>().Last()
        );
    }

    [Fact]
    public void A_line_for_each_channel_that_ends_where_it_is_not_finite()
    {
        using var signal = tensor(new float[] { 0, 0.1f, 0.2f, 0, float.NaN, 0.2f, float.NaN, 0, 0 }, [1, 3, 3]);
        using var silence = zeros(1, 1, 3);

        var plot = Drawn(signal, silence);

        Assert.Equal([3, 1, 3], plot.GetPlottables<Signal>().Select(wave => wave.Data.GetYs().Count));
    }

    [Fact]
    public void Names_both_and_has_a_title()
    {
        using var signals = zeros(2, 1, 4);

        WaveformPlot.Save(folder["waves.svg"], signals, signals, title: "Some waves");

        var texts = XElement.Load(folder["waves.svg"]).Value;
        Assert.Contains("Some waves", texts);
        Assert.Contains("real", texts);
        Assert.Contains("generated", texts);
    }

    [Fact]
    public void Refuses_what_are_no_signals()
    {
        using var signals = zeros(2, 1, 4);
        using var points = zeros(2, 4);
        using var none = zeros(0, 1, 4);
        var path = folder["waves.svg"];

        Assert.Contains(
            "'real' is [2, 4]",
            Assert.Throws<ArgumentException>(() => WaveformPlot.Save(path, points, signals)).Message
        );
        Assert.Contains(
            "'generated' is [0, 1, 4]",
            Assert.Throws<ArgumentException>(() => WaveformPlot.Save(path, signals, none)).Message
        );
        Assert.Throws<ArgumentNullException>(() => WaveformPlot.Save(path, null!, signals));
        Assert.Throws<GanException>(() => WaveformPlot.Save(folder["waves.wav"], signals, signals));
        Assert.Empty(folder.Files);
    }

    private static Plot Drawn(Tensor real, Tensor generated, ValueRange range = ValueRange.MinusOneToOne) =>
        WaveformPlot.Draw(real, generated, range, "Title");

    /// <summary>Places as fractions of the field: to the right, and upwards.</summary>
    private static void AssertPlaces(CoordinateRect field, (double X, double Y)[] expected, Signal found)
    {
        var heights = found.Data.GetYs();
        Assert.Equal(expected.Length, heights.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            var x = found.Data.XOffset + i * found.Data.Period;
            Assert.Equal(expected[i].X, (x - field.Left) / field.Width, 1e-6);
            Assert.Equal(expected[i].Y, (heights[i] - field.Bottom) / field.Height, 1e-6);
        }
    }
}
