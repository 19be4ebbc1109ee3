using System.Globalization;
using System.Xml.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class ScatterPlotTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shows_each_point_in_its_place()
    {
        XElement drawing = Saved([-1, -1, 1, 1, 0, 0], [0.5f, -0.5f]);

        (double X, double Y)[] real = Circles(drawing, "real");
        (double X, double Y) middle = Frame(drawing);
        Assert.Equal(3, real.Length);
        Assert.Equal(middle, real[2]);
        Assert.Equal(middle.X - real[0].X, real[1].X - middle.X, 1);
        Assert.True(real[1].X > real[0].X && real[1].Y < real[0].Y, "y grows upwards");
        (double X, double Y) generated = Assert.Single(Circles(drawing, "generated"));
        Assert.Equal(middle.X + (real[1].X - middle.X) / 2, generated.X, 1);
        Assert.Equal(middle.Y + (real[0].Y - middle.Y) / 2, generated.Y, 1);
    }

    [Fact]
    public void Counts_in_the_legend_what_it_does_not_show()
    {
        XElement drawing = Saved([-1, -1, 1, 1], [0, 0, 1000, 0, float.NaN, 0, 0, float.NegativeInfinity]);

        string[] texts = Texts(drawing);
        Assert.Single(Circles(drawing, "generated"));
        Assert.Contains("real (2)", texts);
        Assert.Contains("generated (4, 3 outside)", texts);
    }

    [Fact]
    public void Labels_the_axes_with_round_numbers()
    {
        string[] texts = Texts(Saved([-2, -2, 2, 2], [0, 0]));

        Assert.Equal(2, texts.Count(text => text == "-2"));
        Assert.Equal(2, texts.Count(text => text == "0"));
        Assert.Equal(2, texts.Count(text => text == "1"));
    }

    [Theory]
    [InlineData(1e-6f)]
    [InlineData(0.3f)]
    [InlineData(1f)]
    [InlineData(70f)]
    [InlineData(1e9f)]
    public void Has_a_few_ticks_at_every_scale(float scale)
    {
        var frame = new PlotFrame([-scale, 0, scale, scale]);

        Assert.InRange(frame.Horizontal.Ticks().Count(), 4, 10);
        Assert.InRange(frame.Vertical.Ticks().Count(), 4, 10);
        Assert.All(frame.Horizontal.Ticks(), tick => Assert.True(frame.Shows(tick, 0)));
    }

    [Fact]
    public void Zero_is_labelled_without_a_sign()
    {
        var frame = new PlotFrame([0, 0, 10, 10]);

        Assert.False(double.IsNegative(frame.Horizontal.Ticks().First()));
    }

    [Fact]
    public void One_real_point_is_enough()
    {
        XElement drawing = Saved([5, 5], []);

        Assert.Equal(Frame(drawing), Assert.Single(Circles(drawing, "real")));
        Assert.Empty(Circles(drawing, "generated"));
    }

    [Fact]
    public void The_title_may_hold_any_text()
    {
        Assert.Contains("a < b & \"c\"", Texts(Saved([0, 0], [0, 0], "a < b & \"c\"")));
    }

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        string invariant = Saved([-1, -1, 1, 1], [0.3f, 0.7f]).ToString();
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "minus";
        CultureInfo.CurrentCulture = comma;

        Assert.Equal(invariant, Saved([-1, -1, 1, 1], [0.3f, 0.7f]).ToString());
    }

    [Fact]
    public void Refuses_what_are_no_points_of_the_plane()
    {
        using Tensor points = zeros(3, 2);
        using Tensor space = zeros(3, 3);
        using Tensor none = zeros(0, 2);

        Assert.Contains("'real' is [3, 3]", Assert.Throws<ArgumentException>(() => Save(space, points)).Message);
        Assert.Contains("'generated' is [3, 3]", Assert.Throws<ArgumentException>(() => Save(points, space)).Message);
        Assert.Throws<ArgumentException>(() => Save(none, points));
        Assert.Throws<ArgumentNullException>(() => Save(null!, points));
        Assert.Empty(folder.Files);
    }

    private XElement Saved(float[] real, float[] generated, string title = "Title")
    {
        using Tensor realPoints = Points(real);
        using Tensor generatedPoints = Points(generated);
        ScatterPlot.Save(folder["plot.svg"], realPoints, generatedPoints, title);
        return XElement.Load(folder["plot.svg"]);
    }

    private void Save(Tensor real, Tensor generated) => ScatterPlot.Save(folder["plot.svg"], real, generated);

    private static Tensor Points(float[] values) =>
        values.Length == 0 ? zeros(0, 2) : tensor(values, [values.Length / 2, 2]);

    private static (double X, double Y)[] Circles(XElement drawing, string id) =>
        [
            .. drawing
                .Elements(Svg + "g")
                .Single(group => (string?)group.Attribute("id") == id)
                .Elements(Svg + "circle")
                .Select(circle => ((double)circle.Attribute("cx")!, (double)circle.Attribute("cy")!)),
        ];

    private static (double X, double Y) Frame(XElement drawing)
    {
        XElement box = drawing.Elements(Svg + "rect").Single(rect => (string?)rect.Attribute("fill") == "none");
        double Attribute(string name) => (double)box.Attribute(name)!;
        return (Attribute("x") + Attribute("width") / 2, Attribute("y") + Attribute("height") / 2);
    }

    private static string[] Texts(XElement drawing) =>
        [.. drawing.Descendants(Svg + "text").Select(text => text.Value)];
}
