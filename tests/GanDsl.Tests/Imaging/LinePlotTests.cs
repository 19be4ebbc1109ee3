using System.Globalization;
using System.Xml.Linq;

namespace GanDsl.Tests;

public sealed class LinePlotTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shows_each_point_in_its_place()
    {
        XElement drawing = Saved([new("loss", [(0, 10), (1, 20), (4, 15)])]);

        (double X, double Y)[] line = Assert.Single(Lines(drawing));
        (double left, double top, double width, double height) = Frame(drawing);
        Assert.Equal([left, left + width / 4, left + width], line.Select(point => point.X));
        // A twentieth of the extent is left free above and below: 9.5 at the bottom, 20.5 at the top.
        double[] expected = [.. ((double[])[10, 20, 15]).Select(y => top + height * (20.5 - y) / 11)];
        for (int i = 0; i < 3; i++)
            Assert.Equal(expected[i], line[i].Y, 0.051);
    }

    [Fact]
    public void Later_lines_have_their_own_colour_and_name()
    {
        XElement drawing = Saved([new("each <step>", [(0, 0), (1, 1)]), new("mean", [(0, 1), (1, 0)])]);

        string[] colours = [.. Groups(drawing).Select(group => (string)group.Attribute("stroke")!)];
        Assert.Equal(2, colours.Distinct().Count());
        Assert.Equal(colours, drawing.Elements(Svg + "circle").Select(circle => (string)circle.Attribute("fill")!));
        Assert.Contains("each <step>", Texts(drawing));
        Assert.Contains("mean", Texts(drawing));
    }

    [Fact]
    public void A_faint_line_is_paler_and_thinner()
    {
        XElement drawing = Saved([new("each", [(0, 0), (1, 1)]) { IsFaint = true }, new("mean", [(0, 1), (1, 0)])]);

        double[] Attributes(string name) => [.. Groups(drawing).Select(group => (double)group.Attribute(name)!)];
        Assert.True(Attributes("stroke-opacity")[0] < Attributes("stroke-opacity")[1]);
        Assert.True(Attributes("stroke-width")[0] < Attributes("stroke-width")[1]);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_a_gap_and_counted()
    {
        XElement drawing = Saved([
            LineSeries.OfSteps("loss", [1, 2, float.NaN, float.PositiveInfinity, 3, 4, 5, float.NaN]),
        ]);

        Assert.Equal([2, 3], Lines(drawing).Select(line => line.Length));
        Assert.Contains("loss (3 not finite)", Texts(drawing));
    }

    [Fact]
    public void Nothing_finite_still_makes_a_drawing()
    {
        XElement drawing = Saved([LineSeries.OfSteps("loss", [float.NaN]), LineSeries.OfSteps("none", [])]);

        Assert.Empty(Lines(drawing));
        Assert.Contains("loss (1 not finite)", Texts(drawing));
        Assert.Contains("0.6", Texts(drawing));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-3f)]
    [InlineData(1e-20f)]
    public void A_line_that_stays_where_it_is_lies_in_the_middle(float value)
    {
        XElement drawing = Saved([LineSeries.OfSteps("loss", [value, value, value])]);

        (_, double top, _, double height) = Frame(drawing);
        Assert.All(Assert.Single(Lines(drawing)), point => Assert.Equal(top + height / 2, point.Y, 0.051));
    }

    // 100 000 points on 632 pixels: a spike of one step must still reach its place, and the file must stay small.
    [Fact]
    public void A_long_line_keeps_its_extremes_and_is_small()
    {
        float[] values = [.. Enumerable.Range(0, 100_000).Select(i => MathF.Sin(i))];
        values[54_321] = 50;
        values[77_777] = -50;

        XElement drawing = Saved([LineSeries.OfSteps("loss", values)]);

        (double X, double Y)[] line = Assert.Single(Lines(drawing));
        (double left, double top, double width, double height) = Frame(drawing);
        (double X, double Y) highest = line.MinBy(point => point.Y);
        (double X, double Y) lowest = line.MaxBy(point => point.Y);
        Assert.Equal(left + width * 54_321 / 99_999, highest.X, 0.051);
        Assert.Equal(top + height * 5 / 110, highest.Y, 0.051);
        Assert.Equal(left + width * 77_777 / 99_999, lowest.X, 0.051);
        Assert.Equal(top + height * 105 / 110, lowest.Y, 0.051);
        Assert.InRange(new FileInfo(folder["plot.svg"]).Length, 1, 60_000);
        Assert.Equal(line.OrderBy(point => point.X), line);
    }

    [Fact]
    public void Steps_are_counted_from_one()
    {
        Assert.Equal([(1, 7), (2, 8)], LineSeries.OfSteps("loss", [7, 8]).Points);
    }

    [Fact]
    public void Means_stand_in_the_middle_of_what_they_are_the_mean_of()
    {
        LineSeries line = LineSeries.OfSteps("loss", [1, 3, 5, 9, 100]);

        Assert.Equal([(1.5, 2), (3.5, 7)], line.MeansOf("mean", 2).Points);
        Assert.Empty(line.MeansOf("mean", 6).Points);
        Assert.Throws<ArgumentOutOfRangeException>(() => line.MeansOf("mean", 0));
    }

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        LineSeries[] lines = [new("loss", [(0.5, -1.25), (1.5, 2.75)])];
        string invariant = Saved(lines).ToString();
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
        Assert.Throws<GanException>(() => LinePlot.Save(folder.FullName, [new("loss", [(0, 0)])]));
        Assert.Empty(folder.Files);
    }

    private XElement Saved(LineSeries[] lines)
    {
        LinePlot.Save(folder["plot.svg"], lines, "Title");
        return XElement.Load(folder["plot.svg"]);
    }

    private static XElement[] Groups(XElement drawing) =>
        [.. drawing.Elements(Svg + "g").Where(group => (string?)group.Attribute("fill") == "none")];

    private static (double X, double Y)[][] Lines(XElement drawing) =>
        [
            .. Groups(drawing)
                .Elements(Svg + "polyline")
                .Select(line => ((string)line.Attribute("points")!).Split(' ').Select(Place).ToArray()),
        ];

    private static (double X, double Y) Place(string text)
    {
        double[] numbers = [.. text.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        Assert.Equal(2, numbers.Length);
        return (numbers[0], numbers[1]);
    }

    private static (double Left, double Top, double Width, double Height) Frame(XElement drawing)
    {
        XElement box = drawing.Elements(Svg + "rect").Single(rect => (string?)rect.Attribute("fill") == "none");
        double Attribute(string name) => (double)box.Attribute(name)!;
        return (Attribute("x"), Attribute("y"), Attribute("width"), Attribute("height"));
    }

    private static string[] Texts(XElement drawing) =>
        [.. drawing.Descendants(Svg + "text").Select(text => text.Value)];
}
