using GanDsl.Tests.Models;

namespace GanDsl.Tests.Onnx;

/// <summary>The model card beside an export.</summary>
public sealed class ModelCardTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_says_what_was_declared_and_how_it_was_trained()
    {
        using var gan = new ConditionalLayersGan(new() { BatchSize = 4 });
        using var data = new TensorDataset(ExportedNetwork.Random(1, 8, 2, 3, 4).tanh(), ValueRange.MinusOneToOne);
        using var labelled = new LabeledDataset(data, Enumerable.Range(0, 8).Select(index => index % 4));
        _ = gan.Train(labelled, epochs: 2).Count();
        var options = new OnnxOptions
        {
            Network = OnnxNetwork.Discriminator,
            License = "CC-BY-4.0",
            TrainedOn = @"C:\digits | noise",
        };

        var files = gan.ExportOnnx(folder["faces.onnx"], options);
        var card = File.ReadAllText(files.Card!);

        Assert.Equal(folder["faces.md"], files.Card);
        Assert.StartsWith("<!-- Written by GanDsl", card);
        Assert.Contains("\n# ConditionalLayersGan\n", card);
        Assert.Contains("| `images` (input) | float32 | [N, 2, 3, 4] | values: [-1, 1] |", card);
        Assert.Contains("| `labels` (input) | int64 | [N] | the class of each example, from 0 to 3 |", card);
        Assert.Contains("| `class_logits` (output) | float32 | [N, 4] |", card);
        Assert.Contains("| loss | NonSaturating |", card);
        Assert.Contains("| training steps | 4 |", card);
        Assert.Contains("| epochs begun | 2 |", card);
        Assert.Contains("| BatchSize | 4 |", card);
        Assert.Contains(@"| data | C:\\digits \| noise |", card);
        Assert.Contains("| license | CC-BY-4.0 |", card);
        Assert.Contains(gan.ToString(), card);
        Assert.Contains("new InferenceSession(\"faces.onnx\")", card);
    }

    [Fact]
    public void Names_are_those_of_classes()
    {
        using var gan = new ConditionalLayersGan();
        using var plain = new PlainGan();
        string Exported(GanDsl.IGan exported, params string[] names)
        {
            exported.ExportOnnx(folder["faces.onnx"], new OnnxOptions { ClassNames = names });
            return File.ReadAllText(folder["faces.md"]);
        }

        Assert.Contains("""| class_names | ["a \| b", "ü"] |""", Exported(gan, "a | b", "ü"));
        Assert.Contains(
            "declares 4 classes, but 5 names",
            Assert.Throws<GanException>(() => Exported(gan, "1", "2", "3", "4", "5")).Message
        );
        Assert.Contains("has no labels", Assert.Throws<GanException>(() => Exported(plain, "1")).Message);
    }

    [Fact]
    public void It_says_all_that_is_declared_of_training()
    {
        using var gan = new AlternatingScheduledGan();

        var card = File.ReadAllText(gan.ExportOnnx(folder["scheduled.onnx"]).Card!);

        Assert.Contains("| optimiser of the generator | Sgd |", card);
        Assert.Contains(
            """
            | declared | `Ema(0.9, Warmup = 2)` |
            | declared | `WarmUp(4)` |
            | declared | `CosineDecay(10, Final = 0.25)` |
            | declared | `ClipGradient(0.05)` |
            | declared | `StepDecay(2, 0.5) of the discriminator` |
            | declared | `LinearDecay(1, 5) of the discriminator` |
            | declared | `ClipGradient(0.02) of the discriminator` |
            """.ReplaceLineEndings("\n"),
            card
        );
    }

    [Fact]
    public void What_is_not_known_is_said_to_be()
    {
        using var gan = new PlainGan();

        var card = File.ReadAllText(gan.ExportOnnx(folder["plain.onnx"]).Card!);

        Assert.Contains("| training steps | not known |", card);
        Assert.Contains("| epochs begun | not known |", card);
        Assert.DoesNotContain("BatchSize", card);
        Assert.Contains("| license | not stated |", card);
        Assert.DoesNotContain("| data |", card);
    }

    [Fact]
    public void Training_on_a_sampler_has_no_epochs()
    {
        using var gan = new PlainGan(new() { BatchSize = 4 });
        _ = gan.Train(count => ExportedNetwork.Random(1, [count, .. ((IGan)gan).ExampleShape]).sigmoid(), steps: 2)
            .Count();

        var card = File.ReadAllText(gan.ExportOnnx(folder["plain.onnx"]).Card!);

        Assert.Contains("| training steps | 2 |", card);
        Assert.Contains("| epochs begun | none |", card);
    }

    [Fact]
    public void A_card_of_ours_is_written_anew_and_a_file_of_somebody_else_stays()
    {
        using var gan = new PlainGan();
        gan.ExportOnnx(folder["plain.onnx"]);
        var first = gan.ExportOnnx(folder["plain.onnx"], new OnnxOptions { License = "MIT" });
        Assert.Equal(folder["plain.md"], first.Card);
        Assert.Contains("| license | MIT |", File.ReadAllText(folder["plain.md"]));

        File.WriteAllText(folder["plain.md"], "My notes.");
        var second = gan.ExportOnnx(folder["plain.onnx"]);

        Assert.Equal(folder["plain.onnx.md"], second.Card);
        Assert.Equal("My notes.", File.ReadAllText(folder["plain.md"]));
    }

    [Fact]
    public void Where_there_is_no_place_for_it_nothing_is_written()
    {
        using var gan = new PlainGan();
        File.WriteAllText(folder["plain.md"], "My notes.");
        Directory.CreateDirectory(folder["plain.onnx.md"]);

        var exception = Assert.Throws<GanException>(() => gan.ExportOnnx(folder["plain.onnx"]));

        Assert.Contains("there is no place for the model card", exception.Message);
        Assert.Equal(["plain.md"], folder.Files);
        Assert.Null(gan.ExportOnnx(folder["plain.onnx"], new OnnxOptions { ModelCard = false }).Card);
    }

    [Fact]
    public void A_model_called_as_its_card_keeps_its_name()
    {
        using var gan = new PlainGan();

        var files = gan.ExportOnnx(folder["plain.md"]);

        Assert.Equal(folder["plain.md.md"], files.Card);
        Assert.Equal(8, File.ReadAllBytes(folder["plain.md"])[0]);
    }
}
