using System.Globalization;
using System.Xml.Linq;
using ScottPlot;
using ScottPlot.Plottables;

namespace GanDsl.Tests;

public sealed class LinePlotTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shows_each_point_in_its_place()
    {
        var plot = Drawn([new("loss", [(0, 10), (1, 20), (4, 15)])]);

        var line = Assert.Single(plot.GetPlottables<SignalXY>());
        Assert.Equal([(0, 10), (1, 20), (4, 15)], Points(line));
        var limits = plot.Axes.GetLimits();
        Assert.Equal((0, 4), (limits.Left, limits.Right));
        Assert.InRange(limits.Bottom, 8, 10);
        Assert.InRange(limits.Top, 20, 22);
    }

    [Fact]
    public void The_picture_has_the_colour_of_the_line_where_its_points_are()
    {
        LineSeries[] lines = [new("loss", [(0, 10), (1, 20), (4, 15)])];
        var plot = Drawn(lines);
        // Halfway between two points: at their ends, the join of both lines may miss the pixel by the width of a letter.
        var halfway = plot.GetPixel(new Coordinates(2.5, 17.5));

        LinePlot.Save(folder["plot.png"], lines, "Title");

        var picture = PngDecoder.Read(folder["plot.png"]);
        (byte, byte, byte) Colour(double x, double y) =>
            (picture.At((int)x, (int)y), picture.At((int)x, (int)y, 1), picture.At((int)x, (int)y, 2));
        Assert.Equal((720, 420), (picture.Width, picture.Height));
        Assert.Equal((0x44, 0x77, 0xAA), Colour(halfway.X, halfway.Y));
        Assert.InRange(Colour(halfway.X, halfway.Y - 4).Item1, 0xE0, 0xFF);
    }

    [Fact]
    public void Later_lines_have_their_own_colour_and_name()
    {
        var plot = Drawn([new("each <step>", [(0, 0), (1, 1)]), new("mean", [(0, 1), (1, 0)])]);

        ScottPlot.Color[] colours = [.. plot.GetPlottables<SignalXY>().Select(line => line.Color)];
        Assert.Equal(2, colours.Distinct().Count());
        Assert.Equal(colours, plot.Legend.ManualItems.Select(item => item.LineColor));
        Assert.Equal(["each <step>", "mean"], Names(plot));
    }

    [Fact]
    public void A_faint_line_is_paler_and_thinner()
    {
        var plot = Drawn([new("each", [(0, 0), (1, 1)]) { IsFaint = true }, new("mean", [(0, 1), (1, 0)])]);

        SignalXY[] lines = [.. plot.GetPlottables<SignalXY>()];
        Assert.True(lines[0].Color.Alpha < lines[1].Color.Alpha);
        Assert.True(lines[0].LineWidth < lines[1].LineWidth);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_a_gap_and_counted()
    {
        var plot = Drawn([LineSeries.OfSteps("loss", [1, 2, float.NaN, float.PositiveInfinity, 3, 4, 5, float.NaN])]);

        Assert.Equal([2, 3], plot.GetPlottables<SignalXY>().Select(line => Points(line).Length));
        Assert.Equal(["loss (3 not finite)"], Names(plot));
    }

    [Fact]
    public void Nothing_finite_still_makes_a_drawing()
    {
        LineSeries[] lines = [LineSeries.OfSteps("loss", [float.NaN]), LineSeries.OfSteps("none", [])];

        Assert.Contains("loss (1 not finite)", Saved(lines).Value);
        Assert.Empty(Drawn(lines).GetPlottables<SignalXY>());
    }

    [Fact]
    public void A_line_that_goes_back_is_drawn_as_it_goes()
    {
        var plot = Drawn([new("loop", [(0, 0), (1, 1), (0, 1), (0, 0)])]);

        var line = Assert.Single(plot.GetPlottables<Scatter>());
        Assert.Equal(4, line.Data.GetScatterPoints().Count);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-3f)]
    [InlineData(1e-20f)]
    public void A_line_that_stays_where_it_is_lies_in_the_middle(float value)
    {
        var limits = Drawn([LineSeries.OfSteps("loss", [value, value, value])]).Axes.GetLimits();

        Assert.True(limits.Bottom < value && value < limits.Top, $"{limits}");
        Assert.Equal(value, limits.VerticalCenter, limits.VerticalSpan * 1e-6);
    }

    // 100,000 points on some 650 pixels: a spike of one step must still reach its place, and the file must stay small.
    [Fact]
    public void A_long_line_keeps_its_extremes_and_is_small()
    {
        float[] values = [.. Enumerable.Range(0, 100_000).Select(i => MathF.Sin(i))];
        values[54_321] = 50;
        values[77_777] = -50;
        LineSeries[] lines = [LineSeries.OfSteps("loss", values)];
        var plot = Drawn(lines);
        var highest = plot.GetPixel(new Coordinates(54_322, 50));
        var lowest = plot.GetPixel(new Coordinates(77_778, -50));

        LinePlot.Save(folder["plot.png"], lines, "Title");
        Saved(lines);

        var picture = PngDecoder.Read(folder["plot.png"]);
        bool IsBlue(double x, double y) =>
            Enumerable.Range((int)x - 2, 5).Any(column => picture.At(column, (int)y) < 0xA0);
        Assert.True(IsBlue(highest.X, highest.Y + 3));
        Assert.True(IsBlue(lowest.X, lowest.Y - 3));
        Assert.InRange(new FileInfo(folder["plot.svg"]).Length, 1, 100_000);
    }

    [Fact]
    public void Steps_are_counted_from_one()
    {
        Assert.Equal([(1, 7), (2, 8)], LineSeries.OfSteps("loss", [7, 8]).Points);
    }

    [Fact]
    public void Means_stand_in_the_middle_of_what_they_are_the_mean_of()
    {
        var line = LineSeries.OfSteps("loss", [1, 3, 5, 9, 100]);

        Assert.Equal([(1.5, 2), (3.5, 7)], line.MeansOf("mean", 2).Points);
        Assert.Empty(line.MeansOf("mean", 6).Points);
        Assert.Throws<ArgumentOutOfRangeException>(() => line.MeansOf("mean", 0));
    }

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        LineSeries[] lines = [new("loss", [(0.5, -1.25), (1.5, 2.75)])];
        var invariant = Saved(lines).ToString();
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "minus";
        CultureInfo.CurrentCulture = comma;

        Assert.Equal(invariant, Saved(lines).ToString());
    }

    [Fact]
    public void Refuses_no_lines_and_what_cannot_be_written()
    {
        Assert.Throws<ArgumentException>(() => LinePlot.Save(folder["plot.svg"], []));
        Assert.Throws<ArgumentNullException>(() => LinePlot.Save(folder["plot.svg"], null!));
        Assert.Throws<GanException>(() => LinePlot.Save(folder["plot.pdf"], [new("loss", [(0, 0)])]));
        Assert.Empty(folder.Files);
    }

    private static Plot Drawn(LineSeries[] lines)
    {
        var plot = LinePlot.Draw(lines, "Title", "step");
        plot.RenderInMemory(720, 420);
        return plot;
    }

    private XElement Saved(LineSeries[] lines)
    {
        LinePlot.Save(folder["plot.svg"], lines, "Title");
        return XElement.Load(folder["plot.svg"]);
    }

    private static (double X, double Y)[] Points(SignalXY line)
    {
        var data = (IDataSource)line.Data;
        return [.. Enumerable.Range(0, data.Length).Select(i => (data.GetX(i), data.GetY(i)))];
    }

    private static string[] Names(Plot plot) => [.. plot.Legend.ManualItems.Select(item => item.LabelText)];
}
