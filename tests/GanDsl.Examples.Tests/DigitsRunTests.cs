using System.Globalization;
using System.Text;
using Digits;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>What a short training writes.</summary>
public sealed class DigitsRunTests : IDisposable
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
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WritesPicturesLossesSamplesAndWeights()
    {
        var run = Run();

        Assert.Equal(
            [
                "discriminator.weights",
                "generator.weights",
                "losses.csv",
                "samples-1.png",
                "samples-2.png",
                "samples.npy",
            ],
            Directory.EnumerateFiles(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Contains($"step {Steps}/{Steps}", run.Output);
        AssertPngOf(8 * 28 + 9 * 2, folder["out/samples-1.png"]);
        AssertPngOf(8 * 28 + 9 * 2, folder["out/samples-2.png"]);
        Assert.NotEqual(File.ReadAllBytes(folder["out/samples-1.png"]), File.ReadAllBytes(folder["out/samples-2.png"]));
    }

    [Fact]
    public void LossesHaveARowForEachStepAndObeyTheirDefinitions()
    {
        Run();

        var lines = File.ReadAllLines(folder["out/losses.csv"]);
        Assert.Equal("step,epoch,discriminator_loss,generator_loss,total_loss,value,real_score,fake_score", lines[0]);
        var rows = lines[1..]
            .Select(line => line.Split(',').Select(cell => float.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        Assert.Equal(Enumerable.Range(1, Steps).Select(number => (float)number), rows.Select(row => row[0]));
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2], rows.Select(row => row[1]));
        Assert.All(rows, row => Assert.Equal(row[2] + row[3], row[4]));
        Assert.All(rows, row => Assert.Equal(-row[2], row[5]));
        Assert.All(rows, row => Assert.InRange(row[6], 0, 1));
        Assert.All(rows, row => Assert.InRange(row[7], 0, 1));
        // At the start D cannot tell: D = 1/2, discriminator loss 2 log 2, total 3 log 2.
        Assert.Equal(2 * Math.Log(2), rows[0][2], 0.2);
        Assert.Equal(3 * Math.Log(2), rows[0][4], 0.3);
    }

    [Fact]
    public void NumbersAreWrittenTheSameWayInEveryCulture()
    {
        Run();
        var expected = File.ReadAllText(folder["out/losses.csv"]);
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
        Assert.Equal(expected, File.ReadAllText(folder["out/losses.csv"]));
    }

    [Fact]
    public void WeightsReproduceTheSamples()
    {
        Run();

        var file = File.ReadAllBytes(folder["out/samples.npy"]);
        var headerLength = 10 + file[8] + 256 * file[9];
        var header = Encoding.ASCII.GetString(file, 10, headerLength - 10);
        Assert.Contains("'descr': '<f4'", header);
        Assert.Contains("'fortran_order': False", header);
        Assert.Contains("'shape': (1000, 1, 28, 28)", header);
        var values = new float[1000 * 28 * 28];
        Assert.Equal(headerLength + values.Length * sizeof(float), file.Length);
        Buffer.BlockCopy(file, headerLength, values, 0, values.Length * sizeof(float));

        // A GAN that was never trained, given the weights and the latents of the one that was.
        using var gan = new DigitGan(new DigitGan.Options { Seed = 5 });
        gan.G.load(folder["out/generator.weights"]);
        gan.D.load(folder["out/discriminator.weights"]);
        using var latentsOfThePictures = gan.DrawLatents(64);
        using var samples = gan.Sample(1000);
        Assert.Equal(samples.Tensor.data<float>().ToArray(), values);
        Assert.All(values, value => Assert.InRange(value, -1, 1));
    }

    [Fact]
    public void InterruptionKeepsWhatWasLearned()
    {
        using var interruption = new CancellationTokenSource();
        using var output = new InterruptingWriter(interruption, after: "epoch 1/500");
        var error = new StringWriter();

        var exitCode = DigitsCommand.Run(
            ["--limit", "64", "--batch-size", "16", "--epochs", "500", "--threads", "1", "--out", folder["out"]],
            output,
            error,
            cancellationToken: interruption.Token
        );

        Assert.Equal(0, exitCode);
        Assert.Empty(error.ToString());
        Assert.Contains("Interrupted", output.ToString());
        Assert.Equal(1 + 4, File.ReadAllLines(folder["out/losses.csv"]).Length);
        Assert.All(
            (string[])["samples-1.png", "samples.npy", "generator.weights", "discriminator.weights"],
            name => Assert.True(File.Exists(folder[Path.Combine("out", name)]), name)
        );
    }

    private ExampleRun Run()
    {
        var run = ExampleRun.Digits([.. Training, "--out", folder["out"]]);
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    private static void AssertPngOf(int side, string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], bytes[..8]);
        Assert.Equal([0, 0, 0, (byte)side, 0, 0, 0, (byte)side], bytes[16..24]);
    }
}
