using System.Diagnostics;
using System.Globalization;
using System.Text;
using Digits;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>What a short training writes.</summary>
public sealed class DigitsTests : IDisposable
{
    private const int Steps = 8;

    private static readonly string[] Training =
    [
        "--limit",
        "64",
        "--batch-size",
        "16",
        "--epochs",
        "2",
        "--seed",
        "5",
        "--threads",
        "1",
        "--checkpoint-every",
        "4",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Writes_pictures_losses_samples_and_weights()
    {
        var run = Run();

        Assert.Equal(
            ExampleRun.Files([Steps / 2, Steps], "samples/samples-1.png", "samples/samples-2.png"),
            folder.Files("out")
        );
        Assert.Contains($"step {Steps}/{Steps}", run.Output);
        AssertPngOf(8 * 28 + 9 * 2, folder["out/samples/samples-1.png"]);
        AssertPngOf(8 * 28 + 9 * 2, folder["out/samples/samples-2.png"]);
        Assert.NotEqual(
            File.ReadAllBytes(folder["out/samples/samples-1.png"]),
            File.ReadAllBytes(folder["out/samples/samples-2.png"])
        );
    }

    [Fact]
    public void Training_is_meant_where_no_command_is_named()
    {
        Run();
        ExampleRun.Succeed("Digits", ["train", .. Training, "--out", folder["named"]]);

        Assert.Equal(
            File.ReadAllBytes(folder["out/generator.safetensors"]),
            File.ReadAllBytes(folder["named/generator.safetensors"])
        );
    }

    [Fact]
    public void Losses_have_a_row_for_each_step_and_obey_their_definitions()
    {
        Run();

        var rows = CsvFile.Read(folder["out/measurements.csv"]);
        Assert.Equal(
            [
                "step",
                "epoch",
                "discriminator_loss",
                "generator_loss",
                "real_score",
                "fake_score",
                "total_loss",
                "value",
                "jensen_shannon_divergence",
            ],
            rows[0].Keys
        );
        Assert.Equal(Enumerable.Range(1, Steps).Select(number => (float)number), rows.Select(row => row["step"]));
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2], rows.Select(row => row["epoch"]));
        Assert.All(rows, row => Assert.Equal(row["discriminator_loss"] + row["generator_loss"], row["total_loss"]));
        Assert.All(rows, row => Assert.Equal(-row["discriminator_loss"], row["value"]));
        Assert.All(rows, row => Assert.InRange(row["real_score"], 0, 1));
        Assert.All(rows, row => Assert.InRange(row["fake_score"], 0, 1));

        // At the start D cannot tell: D = 1/2, discriminator loss 2 log 2, total 3 log 2.
        Assert.Equal(2 * Math.Log(2), rows[0]["discriminator_loss"], 0.2);
        Assert.Equal(3 * Math.Log(2), rows[0]["total_loss"], 0.3);
    }

    [Fact]
    public void Numbers_are_written_the_same_way_in_every_culture()
    {
        Run();
        var expected = File.ReadAllText(folder["out/measurements.csv"]);
        var before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = odd;
            Run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        // The same seed, so the same numbers too.
        Assert.Equal(expected, File.ReadAllText(folder["out/measurements.csv"]));
    }

    [Fact]
    public void Weights_reproduce_the_samples()
    {
        Run();

        var values = ReadSamples("out", 1000);

        // A GAN that was never trained, given the weights and the latents of the one that was.
        using var gan = new DigitGan(new DigitGan.Options { Seed = 5 });
        NetworkWeights.Load(folder["out/generator.safetensors"], gan.G);
        using var latentsOfThePictures = gan.DrawLatents(64);
        using var samples = gan.Sample(1000);
        Assert.Equal(samples.Tensor.data<float>().ToArray(), values);
        Assert.All(values, value => Assert.InRange(value, -1, 1));
    }

    [Fact]
    public void Sampling_uses_the_weights_of_a_run_and_a_seed_of_its_own()
    {
        Run();
        var sampled = ExampleRun.Succeed(
            "Digits",
            "sample",
            "--from",
            folder["out"],
            "--count",
            "9",
            "--seed",
            "5",
            "--out",
            folder["drawn"]
        );

        Assert.Contains("Wrote 9 examples", sampled.Output);
        using var gan = new DigitGan(new DigitGan.Options { Seed = 5 });
        NetworkWeights.Load(folder["out/generator.safetensors"], gan.G);
        using var samples = gan.Sample(9);
        Assert.Equal(samples.Tensor.data<float>().ToArray(), ReadSamples("drawn", 9));
        AssertPngOf(3 * 28 + 4 * 2, folder["drawn/samples.png"]);
    }

    [Fact]
    public void Pictures_of_an_earlier_run_do_not_stay_between_new_ones()
    {
        Directory.CreateDirectory(folder["out/samples"]);
        foreach (var name in (string[])["samples-7.png", "samples-x.png", "notes.txt"])
        {
            File.WriteAllText(folder[$"out/samples/{name}"], name);
        }

        Run();

        Assert.DoesNotContain("samples-7.png", folder.Names("out/samples"));
        Assert.Contains("samples-x.png", folder.Names("out/samples"));
        Assert.Contains("notes.txt", folder.Names("out/samples"));
    }

    [Fact]
    public void Training_goes_on_where_a_picture_cannot_be_saved()
    {
        Directory.CreateDirectory(folder["out/samples/samples-1.png"]);

        var run = ExampleRun.Succeed("Digits", [.. Training, "--out", folder["out"]]);

        Assert.Contains(
            run.Lines,
            line => line.StartsWith("Cannot write", StringComparison.Ordinal) && line.Contains("samples-1.png")
        );
        Assert.Contains("Wrote", run.Output);
        Assert.Contains("generator.safetensors", folder.Names("out"));
        Assert.Contains("discriminator.safetensors", folder.Names("out"));
    }

    [UnixFact]
    public void Images_come_out_of_a_pipe_as_out_of_a_file()
    {
        File.WriteAllBytes(folder["images"], IdxBytes.Images(64));
        using (var made = Process.Start("mkfifo", folder["pipe"]))
        {
            made.WaitForExit();
        }

        using var writer = Process.Start("sh", ["-c", $"cat '{folder["images"]}' > '{folder["pipe"]}'"]);
        var run = ExampleRun.Succeed(
            "Digits",
            "--data",
            folder["pipe"],
            "--batch-size",
            "32",
            "--epochs",
            "1",
            "--out",
            folder["out"]
        );

        Assert.Contains("step 2/2", run.Output);
    }

    [Fact]
    public void Help_lists_commands_and_options()
    {
        var help = ExampleRun.Succeed("Digits", "--help").Output;

        Assert.Contains("[default: cpu]", help);
        Assert.Contains("[default: float32]", help);

        Assert.All(
            (string[])["train", "sample", "--data", "--epochs", "--batch-size", "--precision", "--threads", "--out"],
            word => Assert.Contains(word, help)
        );
    }

    private float[] ReadSamples(string name, int count)
    {
        var file = File.ReadAllBytes(folder[$"{name}/samples.npy"]);
        var headerLength = 10 + file[8] + 256 * file[9];
        var header = Encoding.ASCII.GetString(file, 10, headerLength - 10);
        Assert.Contains("'descr': '<f4'", header);
        Assert.Contains("'fortran_order': False", header);
        Assert.Contains($"'shape': ({count}, 1, 28, 28)", header);
        var values = new float[count * 28 * 28];
        Assert.Equal(headerLength + values.Length * sizeof(float), file.Length);
        Buffer.BlockCopy(file, headerLength, values, 0, values.Length * sizeof(float));
        return values;
    }

    private ExampleRun Run() => ExampleRun.Succeed("Digits", [.. Training, "--out", folder["out"], "--overwrite"]);

    private static void AssertPngOf(int side, string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], bytes[..8]);
        Assert.Equal([0, 0, 0, (byte)side, 0, 0, 0, (byte)side], bytes[16..24]);
    }
}
