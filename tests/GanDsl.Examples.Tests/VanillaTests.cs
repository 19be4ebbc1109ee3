using System.Globalization;
using GanDsl.Examples.Tests.Infrastructure;
using TorchSharp;
using Vanilla2014;

namespace GanDsl.Examples.Tests;

public sealed class VanillaTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WritesAPictureAndTheLosses()
    {
        var run = Run("out", "--steps", "3");

        Assert.StartsWith("Training on the 8000 synthetic digits", run.Lines[0]);
        Assert.StartsWith("step 3/3 ", run.Lines[^2]);
        Assert.Equal(
            ["losses.csv", "samples.png"],
            Directory.EnumerateFileSystemEntries(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        const int side = 10 * 28 + 11 * 2;
        var picture = File.ReadAllBytes(folder["out/samples.png"]);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], picture[..8]);
        Assert.Equal([0, 0, side >> 8, side & 255, 0, 0, side >> 8, side & 255], picture[16..24]);
    }

    [Fact]
    public void LossesHaveARowForEachStepAndObeyTheirDefinitions()
    {
        Run("out", "--steps", "4");

        var lines = File.ReadAllLines(folder["out/losses.csv"]);
        Assert.Equal("step,epoch,discriminator_loss,generator_loss,total_loss,value,real_score,fake_score", lines[0]);
        var rows = lines[1..]
            .Select(line => line.Split(',').Select(cell => float.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        Assert.Equal([1, 2, 3, 4], rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Equal(row[2] + row[3], row[4]));
        Assert.All(rows, row => Assert.Equal(-row[2], row[5]));
        // At the start D cannot tell: D = 1/2, discriminator loss 2 log 2.
        Assert.Equal(2 * Math.Log(2), rows[0][2], 0.2);
    }

    [Fact]
    public void TrainsOnFilesAndGoesThroughThemAsOftenAsStepsAsk()
    {
        File.WriteAllBytes(folder["images"], IdxBytes.Images(250));

        var run = Run("out", "--data", folder["images"], "--steps", "5");

        Assert.Contains(folder["images"], run.Lines[0]);
        var epochs = File.ReadAllLines(folder["out/losses.csv"])[1..].Select(line => line.Split(',')[1]);
        Assert.Equal(["1", "1", "2", "2", "3"], epochs);
    }

    [Fact]
    public void TheSeedDecidesWhatIsDrawn()
    {
        byte[] Picture(string name) => File.ReadAllBytes(folder[$"{name}/samples.png"]);
        Run("a", "--steps", "2", "--seed", "3");
        Run("b", "--steps", "2", "--seed", "3");
        Run("c", "--steps", "2", "--seed", "4");

        Assert.Equal(Picture("a"), Picture("b"));
        Assert.NotEqual(Picture("b"), Picture("c"));
    }

    [Fact]
    public void FirstWeightsAreThePublishedOnes()
    {
        using var digits = new SyntheticDigits(200, range: ValueRange.ZeroToOne);
        using var gan = new VanillaGan();

        PublishedWeights.Set(gan, digits);

        AssertUniform(0.05, gan.G);
        AssertUniform(0.005, gan.D);
        // Without a latent, nothing but the last bias is left.
        using var nothing = new VanillaGan.Latents(torch.zeros(1, 100));
        using var drawn = gan.Sample(nothing);
        var mean = Enumerable
            .Range(0, 28 * 28)
            .Select(pixel => Enumerable.Range(0, 200).Average(i => digits.Bytes(i)[pixel] / 255.0));
        Assert.All(mean.Zip(Values(drawn.Tensor)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void MissingData() => Refused(["--data", folder["missing"]], "no file or folder", folder["missing"]);

    [Fact]
    public void FewerImagesThanABatch()
    {
        File.WriteAllBytes(folder["images"], IdxBytes.Images(99));
        Refused(["--data", folder["images"]], "draws 100 examples", "there are 99");
    }

    [Fact]
    public void ImagesOfAnotherShape()
    {
        File.WriteAllBytes(folder["images"], IdxBytes.Images(100, 32, 32));
        Refused(["--data", folder["images"]], "VanillaGan takes examples [1, 28, 28]", "[1, 32, 32]");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    public void StepsBelowOne(string steps) =>
        Refused(["--steps", steps], $"--steps is {steps}, but it has to be at least 1");

    [Fact]
    public void StepsThatAreNoNumber() => Refused(["--steps", "many"], "'many'", "'--steps'");

    [Fact]
    public void UnknownOption() => Refused(["--colour"], "'--colour'");

    [Fact]
    public void CudaWhereThereIsNone()
    {
        if (!torch.cuda.is_available())
            Refused(["--device", "cuda"], "no CUDA GPU");
    }

    [Fact]
    public void FileInPlaceOfTheOutputFolder()
    {
        File.WriteAllText(folder["file"], "kept");
        Refused(["--out", folder["file"]], "Cannot write to the folder", folder["file"], "--out");
    }

    [Theory]
    [InlineData("samples.png")]
    [InlineData("losses.csv")]
    public void FolderInPlaceOfAFile(string name)
    {
        Directory.CreateDirectory(folder[$"other/{name}"]);
        Refused(["--out", folder["other"]], $"'{name}'", "--out");
    }

    private ExampleRun Run(string output, params string[] args)
    {
        var run = ExampleRun.Vanilla([.. args, "--out", folder[output]]);
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    private void Refused(string[] args, params string[] words)
    {
        Directory.CreateDirectory(folder["out"]);
        foreach (var name in (string[])["samples.png", "losses.csv"])
            File.WriteAllText(folder[$"out/{name}"], $"{name} of an earlier run");
        var before = folder.Contents();
        string[] output = args.Contains("--out") ? [] : ["--out", folder["out"]];

        ExampleRun.Vanilla([.. args, .. output]).AssertRefused(words);

        Assert.Equal(before, folder.Contents());
    }

    private static void AssertUniform(double range, torch.nn.Module network)
    {
        foreach (var (_, parameter) in network.named_parameters().Where(each => each.name.EndsWith("weight")))
        {
            var values = Values(parameter);
            Assert.All(values, value => Assert.InRange(value, -range, range));
            // The standard deviation of the uniform distribution; more than four standard errors for the fewest weights, 80.
            Assert.InRange(Math.Sqrt(values.Average(value => value * value)), 0.4 * range, 0.75 * range);
        }
    }

    private static double[] Values(torch.Tensor tensor)
    {
        using var flat = tensor.detach().reshape(-1);
        return [.. flat.data<float>().ToArray().Select(value => (double)value)];
    }
}
