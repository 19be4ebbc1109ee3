using System.Globalization;
using System.Xml.Linq;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class WaveformPlotTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shows_each_signal_in_a_field_of_its_own()
    {
        using Tensor real = tensor(new float[] { -1, 0, 1, 0, 0, 0 }, [2, 1, 3]);
        using Tensor generated = tensor(new float[] { 1, 0.5f, -1, 0, 0, 0, 0, 0, 0 }, [3, 1, 3]);

        XElement drawing = Saved(real, generated);

        XElement[] fields = [.. Group(drawing, "real").Elements(Svg + "rect")];
        (double X, double Y)[][] waves = Waves(drawing, "real");
        Assert.Equal((2, 2), (fields.Length, waves.Length));
        AssertPlaces(fields[0], [(0, 0), (0.5, 0.5), (1, 1)], waves[0]);
        AssertPlaces(fields[1], [(0, 0.5), (0.5, 0.5), (1, 0.5)], waves[1]);
        XElement first = Group(drawing, "generated").Elements(Svg + "rect").First();
        AssertPlaces(first, [(0, 1), (0.5, 0.75), (1, 0)], Waves(drawing, "generated")[0]);
        Assert.Equal(
            5,
            drawing
                .Descendants(Svg + "rect")
                .Where(rect => rect.Attribute("x") is not null)
                .Select(Corner)
                .Distinct()
                .Count()
        );
    }

    [Fact]
    public void Data_from_zero_to_one_fill_the_field()
    {
        using Tensor signal = tensor(new float[] { 0, 1 }, [1, 1, 2]);

        XElement drawing = Saved(signal, signal, ValueRange.ZeroToOne);

        AssertPlaces(
            Group(drawing, "real").Elements(Svg + "rect").Single(),
            [(0, 0), (1, 1)],
            Waves(drawing, "real")[0]
        );
    }

    [Fact]
    public void Unbounded_data_are_framed_by_the_real_ones()
    {
        using Tensor real = tensor(new float[] { 10, 30 }, [1, 1, 2]);
        using Tensor generated = tensor(new float[] { 20, 40 }, [1, 1, 2]);

        XElement drawing = Saved(real, generated, ValueRange.Unbounded);

        XElement field = Group(drawing, "generated").Elements(Svg + "rect").Single();
        AssertPlaces(field, [(0, 0.5), (1, 1.5)], Waves(drawing, "generated")[0]);
    }

    [Fact]
    public void A_line_for_each_channel_that_ends_where_it_is_not_finite()
    {
        using Tensor signal = tensor(new float[] { 0, 0.1f, 0.2f, 0, float.NaN, 0.2f }, [1, 2, 3]);

        XElement drawing = Saved(signal, signal);

        Assert.Equal([3, 1], Waves(drawing, "real").Select(wave => wave.Length));
    }

    [Fact]
    public void Refuses_what_are_no_signals()
    {
        using Tensor signals = zeros(2, 1, 4);
        using Tensor points = zeros(2, 4);
        using Tensor none = zeros(0, 1, 4);
        string path = folder["waves.svg"];

        Assert.Contains(
            "'real' is [2, 4]",
            Assert.Throws<ArgumentException>(() => WaveformPlot.Save(path, points, signals)).Message
        );
        Assert.Contains(
            "'generated' is [0, 1, 4]",
            Assert.Throws<ArgumentException>(() => WaveformPlot.Save(path, signals, none)).Message
        );
        Assert.Throws<ArgumentNullException>(() => WaveformPlot.Save(path, null!, signals));
        Assert.Empty(folder.Files);
    }

    private XElement Saved(Tensor real, Tensor generated, ValueRange range = ValueRange.MinusOneToOne)
    {
        WaveformPlot.Save(folder["waves.svg"], real, generated, range, "Title");
        return XElement.Load(folder["waves.svg"]);
    }

    private static XElement Group(XElement drawing, string id) =>
        drawing.Elements(Svg + "g").Single(group => (string?)group.Attribute("id") == id);

    private static (double X, double Y)[][] Waves(XElement drawing, string id) =>
        [
            .. Group(drawing, id)
                .Elements(Svg + "polyline")
                .Select(line => ((string)line.Attribute("points")!).Split(' ').Select(Place).ToArray()),
        ];

    private static (double X, double Y) Place(string text)
    {
        double[] numbers = [.. text.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1]);
    }

    private static (double X, double Y) Corner(XElement field) =>
        ((double)field.Attribute("x")!, (double)field.Attribute("y")!);

    /// <summary>Places as fractions of the field: to the right, and upwards.</summary>
    private static void AssertPlaces(XElement field, (double X, double Y)[] expected, (double X, double Y)[] found)
    {
        (double left, double top) = Corner(field);
        (double width, double height) = ((double)field.Attribute("width")!, (double)field.Attribute("height")!);
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(left + width * expected[i].X, found[i].X, 0.051);
            Assert.Equal(top + height * (1 - expected[i].Y), found[i].Y, 0.051);
        }
    }
}
