using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class RunReportTests : IDisposable
{
    private const string Header = "step,epoch,discriminator_loss,generator_loss,real_score,gradient_penalty\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_whole_run_is_one_page_that_refers_to_nothing_else()
    {
        Whole();

        var page = Written();

        Assert.Equal("DigitGan", page.Descendants("h1").Single().Value);
        Assert.Equal("DigitGan", page.Descendants("title").Single().Value);
        Assert.Equal(
            ["Curves", "Generated pictures", "Points", "Options", "Networks", "Warnings"],
            page.Descendants("h2").Select(each => each.Value)
        );
        Assert.Empty(Missing(page));
        Assert.All(
            page.Descendants().Attributes().Where(each => each.Name.LocalName is "src" or "href"),
            each => Assert.Matches("^(data:image/(png|jpeg|svg\\+xml);base64,|#)", each.Value)
        );
        Assert.DoesNotContain("url(", page.ToString());
        Assert.DoesNotContain("@import", page.ToString());
    }

    [Fact]
    public void The_summary_has_steps_epochs_and_last_losses()
    {
        Whole();

        Assert.Equal(
            [
                ("steps", "1,200"),
                ("epochs", "3"),
                ("last discriminator loss", "0.25"),
                ("last generator loss", "NaN"),
                ("warnings", "1"),
            ],
            Written()
                .Descendants("dl")
                .Single()
                .Elements()
                .Select(tile => (tile.Element("dt")!.Value, tile.Element("dd")!.Value))
        );
    }

    [Fact]
    public void Losses_are_one_chart_scores_another_and_the_rest_by_itself()
    {
        Whole();

        XElement[] charts = [.. Written().Descendants("figure").Where(each => HasClass(each, "chart"))];

        Assert.Equal(["Losses", "Scores", "gradient penalty"], charts.Select(chart => chart.Element("h3")!.Value));
        Assert.Equal([2, 1, 1], charts.Select(chart => chart.Element("ul")!.Elements().Count()));
    }

    [Fact]
    public void Points_of_a_curve_are_where_its_values_are()
    {
        Write("measurements.csv", "step,loss\n10,0\n20,4\n30,1\n");

        var plot = Written().Descendants("div").Single(each => HasClass(each, "plot"));
        var limits = Numbers(plot.Attribute("data-limits")!.Value);

        // The frame is the interval of the values and a twentieth of it on both sides.
        Assert.Equal([10, 30, -0.2, 4.2], limits);
        var points = Points(plot.Descendants("polyline").Single());
        Assert.Equal([(0, 286.4), (500, 13.6), (1000, 218.2)], points);
    }

    [Fact]
    public void Of_two_million_rows_every_extreme_is_kept()
    {
        var curves = new ThinnedCurves(1);
        for (var step = 1; step <= 2_000_000; step++)
        {
            curves.Add(
                step,
                [
                    step switch
                    {
                        777_777 => 1e6,
                        1_500_001 => -5,
                        _ => step % 3,
                    },
                ]
            );
        }

        Assert.InRange(curves.Buckets.Count, ThinnedCurves.MostBuckets / 2, ThinnedCurves.MostBuckets);
        Assert.Equal(
            1e6,
            curves.Buckets.Single(bucket => bucket.First <= 777_777 && bucket.Last >= 777_777).Greatest(0)
        );
        Assert.Equal(
            -5,
            curves.Buckets.Single(bucket => bucket.First <= 1_500_001 && bucket.Last >= 1_500_001).Least(0)
        );
        Assert.Equal(1, curves.Buckets[0].First);
        Assert.Equal(2_000_000, curves.Buckets[^1].Last);
        Assert.Equal(2_000_000, curves.Buckets.Sum(bucket => bucket.Rows));
        Assert.All(curves.Buckets.SkipLast(1), bucket => Assert.Equal(curves.RowsOfBucket, bucket.Rows));
        var sum =
            Enumerable.Range(1, 2_000_000).Sum(step => (double)(step % 3)) + 1e6 - 777_777 % 3 - 5 - 1_500_001 % 3;
        Assert.Equal(sum, curves.Buckets.Sum(bucket => bucket.Sum(0)), 1e-3);
    }

    [Fact]
    public void Few_rows_are_kept_as_they_are()
    {
        var curves = new ThinnedCurves(1);
        for (var step = 1; step <= ThinnedCurves.MostBuckets; step++)
        {
            curves.Add(step, [step * step]);
        }

        Assert.Equal(
            Enumerable
                .Range(1, ThinnedCurves.MostBuckets)
                .Select(step => (step, (double)step * step, (double)step * step)),
            curves.Buckets.Select(bucket => ((int)bucket.Middle, bucket.Least(0), bucket.Greatest(0)))
        );
    }

    [Fact]
    public void Where_a_run_goes_on_from_an_earlier_step_what_came_after_is_dropped()
    {
        var curves = new ThinnedCurves(1);
        foreach (var step in Enumerable.Range(1, 100).Concat(Enumerable.Range(51, 20)))
        {
            curves.Add(step, [step]);
        }

        Assert.Equal(
            Enumerable.Range(1, 70).Select(step => (double)step),
            curves.Buckets.Select(bucket => bucket.Middle)
        );
    }

    [Fact]
    public void A_million_rows_make_a_small_page()
    {
        using (var file = new StreamWriter(folder["measurements.csv"]) { NewLine = "\n" })
        {
            file.Write(Header);
            for (var step = 1; step <= 1_000_000; step++)
            {
                file.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{step},{step / 1000},{step % 7 / 7.0},1.5,0.5,0.01")
                );
            }
        }

        var page = Written();

        Assert.InRange(new FileInfo(folder["report.html"]).Length, 10_000, 500_000);
        Assert.Equal("1,000,000", page.Descendants("dd").First().Value);
        Assert.All(page.Descendants("polyline"), line => Assert.InRange(Points(line).Length, 2, 1000));
    }

    [Fact]
    public void A_far_value_does_not_press_the_others_flat_and_is_said()
    {
        Write(
            "measurements.csv",
            "step,x\n"
                + string.Concat(Enumerable.Range(1, 200).Select(step => $"{step},{(step == 90 ? 5000 : step % 5)}\n"))
        );

        var page = Written();

        var limits = Numbers(
            page.Descendants("div").Single(each => HasClass(each, "plot")).Attribute("data-limits")!.Value
        );
        Assert.InRange(limits[3], 4, 6);
        Assert.Contains("from 0 to 5,000", page.Descendants("p").Last(each => HasClass(each, "note")).Parent!.Value);
    }

    [Fact]
    public void A_value_that_is_not_finite_breaks_a_curve_and_is_counted_and_one_not_measured_does_neither()
    {
        Write("measurements.csv", "step,a,b\n1,1,1\n2,2,\n3,NaN,3\n4,-Infinity,\n5,5,5\n");

        XElement[] charts = [.. Written().Descendants("figure")];

        Assert.Equal([2, 1], charts.Select(chart => chart.Descendants("polyline").Count()));
        Assert.Contains("2 values of a are not finite.", charts[0].Value);
        Assert.DoesNotContain("finite", charts[1].Value);
        Assert.Equal([0, 500, 1000], Points(charts[1].Descendants("polyline").Single()).Select(point => point.X));
    }

    [Fact]
    public void Nothing_finite_is_said()
    {
        Write("measurements.csv", "step,a\n1,NaN\n");

        Assert.Contains("No value is finite", Written().Value);
    }

    [Fact]
    public void Whatever_the_files_hold_is_text()
    {
        const string evil = "</script><script>alert('&amp;\"1\"')</script>\u0001";
        Write("networks.txt", $"Gan{evil}: x\n{evil}");
        Write("measurements.csv", $"step,<b>loss</b>,x&y\n1,1,2\n2,1,2\n");
        Write("options.json", """{ "<i>name": "</td><img src=x onerror=alert(1)>", "nested": { "a": [1, "<"] } }""");
        Write("warnings.csv", "step,monitor,message\n1,<b>,\"<a href=\"\"javascript:x\"\">, and\nmore\"\n");

        var page = Written();

        Assert.Single(page.Descendants("script"));
        Assert.DoesNotContain(page.Descendants("i"), each => each.Attributes().Any() || each.Value.Length > 0);
        Assert.Empty(page.Descendants("img"));
        Assert.Contains("</script><script>alert('&amp;\"1\"')</script>\uFFFD", page.Descendants("pre").Single().Value);
        Assert.Contains(page.Descendants("td"), cell => cell.Value == "</td><img src=x onerror=alert(1)>");
        Assert.Contains(page.Descendants("td"), cell => cell.Value == "<a href=\"javascript:x\">, and\nmore");
        Assert.Contains(page.Descendants("h3"), title => title.Value == "x&y");
        Assert.DoesNotContain("<img src=x", File.ReadAllText(folder["report.html"]));
    }

    [Fact]
    public void What_is_missing_is_said_and_the_rest_written()
    {
        Assert.Equal(
            [
                "There is no measurements.csv in the folder of the run.",
                "There is no folder samples in the folder of the run.",
                "There is no options.json in the folder of the run.",
                "There is no networks.txt in the folder of the run.",
            ],
            Missing(Written())
        );
    }

    [Theory]
    [InlineData("measurements.csv", "", "has no first line with the column 'step'")]
    [InlineData("measurements.csv", "step,epoch\n1,1\n", "has no column but those of steps and epochs")]
    [InlineData("measurements.csv", "step,loss\n", "has no row of measurements")]
    [InlineData("measurements.csv", "step,loss\n1,0.2", "has no row of measurements")]
    [InlineData("measurements.csv", "\0\0\0\0", "has no first line with the column 'step'")]
    [InlineData("options.json", "{", "options.json is damaged: it is no JSON object.")]
    [InlineData("options.json", "[1]", "options.json is damaged: it is no JSON object.")]
    [InlineData("options.json", "", "options.json is damaged: it is no JSON object.")]
    [InlineData("networks.txt", "\n", "networks.txt is empty.")]
    [InlineData("points.svg", "<svg", "points.svg is damaged: it is no SVG drawing.")]
    [InlineData("signals.svg", "<html></html>", "signals.svg is damaged: it is no SVG drawing.")]
    public void What_is_damaged_is_said_and_the_rest_written(string name, string content, string sentence)
    {
        Whole();
        Write(name, content);

        var page = Written();

        Assert.Contains(sentence, Assert.Single(Missing(page)));
        Assert.InRange(page.Descendants("h2").Count(), 6, 7);
    }

    [Fact]
    public void Rows_that_cannot_be_read_are_left_out_and_counted()
    {
        Write("measurements.csv", "step,loss\n1,2\n2\n3,x\n4,5,6\n\n5,7\n6,8.1");

        var page = Written();

        Assert.Contains("4 rows of measurements.csv could not be read and are left out.", page.Value);
        Assert.Equal("5", page.Descendants("dd").First().Value);
        Assert.Equal("7", page.Descendants("output").Single().Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(1000)]
    public void Pictures_are_chosen_evenly_with_the_first_and_the_last(int count)
    {
        int[] chosen = [.. SamplesContent.Chosen(count)];

        Assert.Equal(Math.Min(count, SamplesContent.MostPictures), chosen.Length);
        Assert.Equal((0, count - 1), (chosen[0], chosen[^1]));
        Assert.Equal(chosen.Distinct().Order(), chosen);
        int[] steps = [.. chosen.Zip(chosen.Skip(1), (a, b) => b - a)];
        Assert.InRange(steps.DefaultIfEmpty(0).Max() - steps.DefaultIfEmpty(0).Min(), 0, 1);
    }

    [Fact]
    public void Pictures_stand_in_the_order_of_their_numbers_as_they_are()
    {
        Write("measurements.csv", "step,epoch,loss\n1000,10,1\n");
        foreach (var number in (int[])[10, 9, 1])
        {
            Picture(number);
        }

        File.WriteAllText(folder["samples/samples-last.png"], "no number");

        XElement[] figures =
        [
            .. Written().Descendants("div").Single(each => HasClass(each, "film")).Descendants("figure"),
        ];

        Assert.Equal(["epoch 1", "epoch 9", "epoch 10"], figures.Select(figure => figure.Element("figcaption")!.Value));
        Assert.Equal(
            File.ReadAllBytes(folder["samples/samples-9.png"]),
            Convert.FromBase64String(figures[1].Element("img")!.Attribute("src")!.Value.Split(',')[1])
        );
    }

    [Fact]
    public void A_damaged_picture_is_named_and_the_others_shown()
    {
        Picture(1);
        Picture(2);
        Picture(3);
        var bytes = File.ReadAllBytes(folder["samples/samples-2.png"]);
        File.WriteAllBytes(folder["samples/samples-2.png"], bytes[..(bytes.Length / 2)]);
        File.WriteAllText(folder["samples/samples-3.png"], "no picture");

        var page = Written();

        Assert.Contains("samples-2.png, samples-3.png are damaged and left out.", Missing(page));
        Assert.Single(page.Descendants("div").Single(each => HasClass(each, "film")).Descendants("figure"));
    }

    [Fact]
    public void A_large_picture_is_made_smaller()
    {
        Directory.CreateDirectory(folder["samples"]);
        using (var noise = rand(1, 3, 900, 1500))
        {
            ImageGrid.Save(folder["samples/samples-1.png"], noise, ValueRange.ZeroToOne, padding: 0);
        }

        _ = Written();

        Assert.InRange(new FileInfo(folder["samples/samples-1.png"]).Length, 3_000_000, 5_000_000);
        Assert.InRange(new FileInfo(folder["report.html"]).Length, 50_000, 1_200_000);
    }

    [Fact]
    public void A_run_of_points_has_a_drawing_and_no_pictures()
    {
        Write("points.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

        var page = Written();

        Assert.Contains("Points", page.Descendants("h2").Select(each => each.Value));
        Assert.DoesNotContain("Generated pictures", page.Descendants("h2").Select(each => each.Value));
        Assert.Single(page.Descendants("script"));
    }

    [Theory]
    [InlineData(0, 1, 5, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(-0.31, 0.29, 5, new[] { -0.3, -0.2, -0.1, 0, 0.1, 0.2 })]
    [InlineData(1, 40000, 4, new double[] { 10000, 20000, 30000, 40000 })]
    [InlineData(1e-7, 3.2e-7, 2, new[] { 1e-7, 2e-7, 3e-7 })]
    public void Ticks_are_round_numbers(double low, double high, int about, double[] expected) =>
        Assert.Equal(expected, AxisTicks.Between(low, high, about));

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        Assert.Contains(
            "there is no such folder",
            Assert.Throws<GanException>(() => RunReport.Write(folder["none"])).Message
        );
    }

    [Fact]
    public void The_report_is_written_again_over_an_old_one_and_is_the_same()
    {
        Whole();
        _ = Written();
        var first = File.ReadAllBytes(folder["report.html"]);

        _ = Written();

        Assert.Equal(first, File.ReadAllBytes(folder["report.html"]));
        Assert.DoesNotContain(folder.Files, name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private void Whole()
    {
        Write(
            "measurements.csv",
            Header
                + string.Concat(
                    Enumerable
                        .Range(1, 1200)
                        .Select(step =>
                            $"{step},{(step + 399) / 400},0.25,{(step == 1200 ? "NaN" : "1")},0.5,{step % 10}\n"
                        )
                )
        );
        Write("options.json", """{ "BatchSize": 64, "Steps": null, "Device": "Cpu" }""");
        Write("networks.txt", "GanDsl.Tests.DigitGan: GanLoss.Hinge\nGenerator: …\n");
        Write("warnings.csv", "step,monitor,message\n7,loss,It is NaN.\n");
        Write("points.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
        Picture(1);
        Picture(2);
    }

    private void Write(string name, string content) => File.WriteAllText(folder[name], content);

    private void Picture(int number)
    {
        Directory.CreateDirectory(folder["samples"]);
        using var images = rand(4, 1, 8, 8);
        ImageGrid.Save(folder[$"samples/samples-{number}.png"], images);
    }

    /// <summary>The page, which is XML as well as HTML.</summary>
    private XElement Written()
    {
        Assert.Equal(folder["report.html"], RunReport.Write(folder.FullName));
        using var reader = XmlReader.Create(folder["report.html"], new() { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static IEnumerable<string> Missing(XElement page) =>
        page.Descendants("p").Where(each => HasClass(each, "missing")).Select(each => each.Value);

    private static bool HasClass(XElement element, string name) =>
        ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name);

    private static (double X, double Y)[] Points(XElement line) =>
        [
            .. line.Attribute("points")!
                .Value.Split(' ')
                .Select(point => Numbers(point.Replace(',', ' ')))
                .Select(each => (each[0], each[1])),
        ];

    private static double[] Numbers(string text) =>
        [.. text.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
