using System.Globalization;
using System.Xml.Linq;
using ScottPlot;
using ScottPlot.Plottables;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class ScatterPlotTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shows_each_point_in_its_place()
    {
        var plot = Drawn([-1, -1, 1, 1, 0, 0], [0.5f, -0.5f]);

        Markers[] markers = [.. plot.GetPlottables<Markers>()];
        Assert.Equal([new(0.5, -0.5)], markers[0].Data.GetScatterPoints());
        Assert.Equal([new(-1, -1), new(1, 1), new(0, 0)], markers[1].Data.GetScatterPoints());
        Assert.NotEqual(markers[0].MarkerColor, markers[1].MarkerColor);
    }

    [Fact]
    public void The_frame_is_around_the_real_points_with_one_scale()
    {
        var plot = Drawn([-1, -1, 1, 1], [40, 40]);

        var limits = plot.Axes.GetLimits();
        Assert.True(limits.Left <= -1.3 && limits.Right >= 1.3 && limits.Bottom <= -1.3 && limits.Top >= 1.3);
        Assert.True(limits.Right < 2 && limits.Top < 2);
        var middle = plot.GetPixel(new Coordinates(0, 0));
        var corner = plot.GetPixel(new Coordinates(1, 1));
        Assert.Equal(corner.X - middle.X, middle.Y - corner.Y, 0.01);
    }

    [Fact]
    public void Counts_in_the_legend_what_it_does_not_show()
    {
        var plot = Drawn([-1, -1, 1, 1], [0, 0, 1000, 0, float.NaN, 0, 0, float.NegativeInfinity]);

        Assert.Single(plot.GetPlottables<Markers>().First().Data.GetScatterPoints());
        Assert.Equal(["generated (4, 3 outside)", "real (2)"], plot.Legend.ManualItems.Select(item => item.LabelText));
    }

    [Theory]
    [InlineData(1e-6f)]
    [InlineData(1f)]
    [InlineData(1e9f)]
    public void Can_be_drawn_at_every_scale(float scale)
    {
        var limits = Drawn([-scale, 0, scale, scale], []).Axes.GetLimits();

        Assert.InRange(limits.HorizontalSpan / scale, 2, 4);
    }

    [Fact]
    public void One_real_point_is_enough()
    {
        var limits = Drawn([5, 5], []).Axes.GetLimits();

        Assert.Equal((5, 5), (limits.HorizontalCenter, limits.VerticalCenter));
    }

    [Fact]
    public void The_title_may_hold_any_text()
    {
        Assert.Contains("a < b & \"c\"", Saved([0, 0], [0, 0], "a < b & \"c\"").Value);
    }

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        var invariant = Saved([-1, -1, 1, 1], [0.3f, 0.7f]).ToString();
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "minus";
        CultureInfo.CurrentCulture = comma;

        Assert.Equal(invariant, Saved([-1, -1, 1, 1], [0.3f, 0.7f]).ToString());
    }

    [Fact]
    public void Refuses_what_are_no_points_of_the_plane()
    {
        using var points = zeros(3, 2);
        using var space = zeros(3, 3);
        using var none = zeros(0, 2);

        Assert.Contains("'real' is [3, 3]", Assert.Throws<ArgumentException>(() => Save(space, points)).Message);
        Assert.Contains("'generated' is [3, 3]", Assert.Throws<ArgumentException>(() => Save(points, space)).Message);
        Assert.Throws<ArgumentException>(() => Save(none, points));
        Assert.Throws<ArgumentNullException>(() => Save(null!, points));
        Assert.Throws<GanException>(() => ScatterPlot.Save(folder["plot"], points, points));
        Assert.Empty(folder.Files);
    }

    private static Plot Drawn(float[] real, float[] generated)
    {
        Coordinates[] Points(float[] values) =>
            [.. values.Chunk(2).Select(point => new Coordinates(point[0], point[1]))];
        var plot = ScatterPlot.Draw(Points(real), Points(generated), "Title");
        plot.RenderInMemory(560, 600);
        return plot;
    }

    private XElement Saved(float[] real, float[] generated, string title = "Title")
    {
        using var realPoints = tensor(real, [real.Length / 2, 2]);
        using var generatedPoints = tensor(generated, [generated.Length / 2, 2]);
        ScatterPlot.Save(folder["plot.svg"], realPoints, generatedPoints, title);
        return XElement.Load(folder["plot.svg"]);
    }

    private void Save(Tensor real, Tensor generated) => ScatterPlot.Save(folder["plot.svg"], real, generated);
}
