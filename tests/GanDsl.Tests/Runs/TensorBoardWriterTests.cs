using System.Text;
using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Runs;

public sealed class TensorBoardWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    // The check value of CRC-32C, and examples of RFC 3720, appendix B.4.
    [InlineData("313233343536373839", 0xE3069283)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", 0x8A9136AA)]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", 0x46DD794E)]
    [InlineData("", 0)]
    public void Checksums_are_the_published_ones(string data, uint expected)
    {
        var bytes = Convert.FromHexString(data);

        Assert.Equal(expected, Crc32C.Of(bytes));
        Assert.Equal(expected, EventFile.Checksum(bytes));
    }

    [Fact]
    public void Checksums_are_those_of_a_division_bit_by_bit()
    {
        var random = new Random(1);
        for (var length = 0; length < 100; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal(EventFile.Checksum(bytes), Crc32C.Of(bytes));
        }
    }

    [Fact]
    public void A_record_is_framed_as_TensorFlow_frames_it()
    {
        using var stream = new MemoryStream();

        RecordFraming.Write(stream, "123456789"u8);

        // 9 as 64 bits; then rotr(crc, 15) + a282ead8, for the record rotr(e3069283, 15) = 2507c60d.
        var bytes = stream.ToArray();
        Assert.Equal([9, 0, 0, 0, 0, 0, 0, 0], bytes[..8]);
        Assert.Equal("123456789"u8.ToArray(), bytes[12..21]);
        Assert.Equal(BitConverter.GetBytes(0x2507C60Du + 0xA282EAD8u), bytes[21..]);
        Assert.Equal(["123456789"u8.ToArray()], EventFile.Records(bytes));
    }

    [Fact]
    public void An_event_is_encoded_as_the_format_says()
    {
        var bytes = TensorBoardEvent
            .Summary(1.5, 300, [TensorBoardEvent.Scalar("a", 1), TensorBoardEvent.Scalar("b", -2)])
            .Bytes.ToArray();

        // wall_time = 1 as a double; step = 2 as 300 = 0b10_0101100; summary = 5 of 20 bytes; two values = 1 of 8 bytes, each tag = 1 and
        // simple_value = 2 as a float.
        Assert.Equal(
            "09000000000000F83F" + "10AC02" + "2A14" + "0A080A0161150000803F" + "0A080A016215000000C0",
            Convert.ToHexString(bytes)
        );
    }

    [Fact]
    public void A_file_begins_with_its_version_and_holds_what_was_added()
    {
        var png = Picture(3);
        string path;
        using (var writer = new TensorBoardWriter(folder["events"]))
        {
            writer.AddScalar("loss/generator", 1, 0.25);
            writer.AddScalar("größe", long.MaxValue, 1e300);
            writer.AddImage("samples", 7, png);
            writer.AddText("note", 0, "a *b*\n\n| c |");
            path = writer.Path;
        }

        var events = EventFile.Read(path);

        Assert.Equal("brain.Event:2", events[0].Version);
        Assert.Equal([1, long.MaxValue, 7, 0], events.Skip(1).Select(each => each.Step));
        RecordedValue[] values = [.. events.SelectMany(each => each.Values)];
        Assert.Equal(new("loss/generator", 0.25f), values[0]);
        Assert.Equal(new("größe", float.PositiveInfinity), values[1]);
        Assert.Equal(("samples", (2, 4, 3)), (values[2].Tag, values[2].Size!.Value));
        Assert.Equal(png, values[2].Picture);
        Assert.Equal(new("note", Markdown: "a *b*\n\n| c |"), values[3]);
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1e3;
        Assert.All(events, each => Assert.InRange(each.WallTime, now - 60, now + 1));
    }

    [Fact]
    public void The_name_is_one_that_TensorBoard_looks_for()
    {
        using var writer = new TensorBoardWriter(folder["events"]);

        Assert.Matches(@"^events\.out\.tfevents\.\d{10}\.[A-Za-z0-9-]+\.\d+$", Path.GetFileName(writer.Path));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(0)]
    public void Any_number_is_kept(double value)
    {
        using var writer = new TensorBoardWriter(folder.FullName);
        writer.AddScalar("x", 1, value);
        writer.Flush();

        Assert.Equal((float)value, EventFile.Read(writer.Path)[1].Values.Single().Scalar);
    }

    [Fact]
    public void A_step_is_one_event_of_all_its_measurements()
    {
        using var gan = new ConvolutionGan();
        var steps = new List<StepRecord>();
        using var writer = new TensorBoardWriter(folder.FullName);
        foreach (StepRecord step in gan.Train(count => rand(count, 1, 8, 8), steps: 70))
        {
            steps.Add(step);
            writer.Add(step);
        }

        writer.Flush();

        RecordedEvent[] events = [.. EventFile.Read(writer.Path).Skip(1)];
        Assert.Equal(Enumerable.Range(1, 70).Select(number => (long)number), events.Select(each => each.Step));
        Assert.Equal(
            steps.Select(step => step.Measurements.Select(each => each.Value)),
            events.Select(each => each.Values.Select(value => value.Scalar!.Value))
        );
        Assert.Equal(
            ["loss/discriminator", "loss/generator", "score/real", "score/fake"],
            events[0].Values.Take(4).Select(value => value.Tag)
        );
        Assert.True(events.Zip(events.Skip(1)).All(pair => pair.First.WallTime <= pair.Second.WallTime));
    }

    [Theory]
    [InlineData("TotalLoss", "loss/total")]
    [InlineData("GradientPenalty", "gradient_penalty")]
    [InlineData("Value", "value")]
    [InlineData("Loss", "loss")]
    [InlineData("loss/total", "loss/total")]
    public void Names_are_grouped(string name, string expected) => Assert.Equal(expected, MeasurementName.Tag(name));

    [Fact]
    public void A_run_that_goes_on_begins_a_file_that_comes_after_and_purges()
    {
        using (var first = new TensorBoardWriter(folder.FullName))
        {
            first.AddScalar("x", 120, 1);
        }

        var early = Assert.Single(folder.Files);

        using var second = new TensorBoardWriter(folder.FullName, resumedAfter: 100);
        using var third = new TensorBoardWriter(folder.FullName, resumedAfter: 0);

        string[] names = [early, Path.GetFileName(second.Path), Path.GetFileName(third.Path)];
        Assert.Equal(names, names.Order(StringComparer.Ordinal).Distinct());
        var events = EventFile.Read(second.Path);
        Assert.Equal("brain.Event:2", events[0].Version);
        // What is forgotten is this step and later ones: of 100, the last before the checkpoint, nothing.
        Assert.Equal((101, 1ul), (events[1].Step, events[1].Session!.Value));
    }

    [Fact]
    public void What_was_added_is_in_the_file_while_it_is_open()
    {
        using var writer = new TensorBoardWriter(folder.FullName) { FlushInterval = TimeSpan.Zero };
        for (var step = 1; step <= 3; step++)
        {
            writer.AddScalar("x", step, step);
            Assert.Equal(step, EventFile.Read(writer.Path)[^1].Step);
        }
    }

    [Fact]
    public void A_step_that_was_added_is_in_the_file_while_it_is_open()
    {
        using var gan = new NarrowGan();
        using var writer = new TensorBoardWriter(folder.FullName) { FlushInterval = TimeSpan.Zero };
        foreach (var step in gan.Train(count => randn(count, 2), steps: 3))
        {
            writer.Add(step);
            Assert.Equal(step.Number, EventFile.Read(writer.Path)[^1].Step);
        }
    }

    [Fact]
    public void Options_and_networks_are_texts()
    {
        using var writer = new TensorBoardWriter(folder.FullName);
        writer.AddOptions([new("BatchSize", "64"), new("data", "a|b\nc\\")]);
        writer.AddNetworks("G\r\n  Linear\n");
        writer.Flush();

        RecordedValue[] texts = [.. EventFile.Read(writer.Path).SelectMany(each => each.Values)];
        Assert.Equal(
            new("options", Markdown: "| option | value |\n|---|---|\n| BatchSize | 64 |\n| data | a\\|b c\\\\ |\n"),
            texts[0]
        );
        Assert.Equal(new("networks", Markdown: "    G\n      Linear\n    \n"), texts[1]);
    }

    [Fact]
    public void Networks_of_a_GAN_are_what_it_says_of_itself()
    {
        using var gan = new NarrowGan();
        using var writer = new TensorBoardWriter(folder.FullName);
        writer.AddNetworks(gan);
        writer.AddNetworks(gan.ToString());
        writer.Flush();

        RecordedValue[] texts = [.. EventFile.Read(writer.Path).SelectMany(each => each.Values)];
        Assert.Contains("Linear", texts[0].Markdown!);
        Assert.Equal(texts[1], texts[0]);
    }

    [Fact]
    public void Refuses_what_cannot_be_shown()
    {
        var writer = new TensorBoardWriter(folder.FullName);

        Assert.Throws<ArgumentOutOfRangeException>(() => writer.AddScalar("x", -1, 0));
        Assert.Throws<ArgumentException>(() => writer.AddScalar(" ", 1, 0));
        Assert.Contains(
            "do not begin as one",
            Assert.Throws<ArgumentException>(() => writer.AddImage("x", 1, Encoding.ASCII.GetBytes("GIF89a"))).Message
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new TensorBoardWriter(folder.FullName, resumedAfter: -1));
        writer.Dispose();
        writer.Dispose();
        Assert.Single(EventFile.Read(writer.Path));
        Assert.Throws<ObjectDisposedException>(() => writer.AddScalar("x", 1, 0));
        Assert.Throws<ObjectDisposedException>(writer.Flush);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said()
    {
        folder.Add("taken", []);

        Assert.Contains(
            "choose a folder that can be written to",
            Assert.Throws<GanException>(() => new TensorBoardWriter(folder["taken"])).Message
        );
    }

    private byte[] Picture(int channels)
    {
        using var images = rand(1, channels, 2, 4);
        ImageGrid.Save(folder["picture.png"], images, ValueRange.ZeroToOne, padding: 0);
        var png = File.ReadAllBytes(folder["picture.png"]);
        File.Delete(folder["picture.png"]);
        return png;
    }
}
