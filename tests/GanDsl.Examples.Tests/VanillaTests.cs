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
        Assert.StartsWith("epoch 1/1  step 3/3 ", run.Lines[^2]);
        Assert.Contains("measurements.csv", folder.Names("out"));
        const int side = 8 * 28 + 9 * 2;
        var picture = File.ReadAllBytes(folder["out/samples/samples-1.png"]);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], picture[..8]);
        Assert.Equal([0, 0, side >> 8, side & 255, 0, 0, side >> 8, side & 255], picture[16..24]);
    }

    [Fact]
    public void LossesHaveARowForEachStepAndObeyTheirDefinitions()
    {
        Run("out", "--steps", "4");

        var rows = CsvFile.Read(folder["out/measurements.csv"]);
        Assert.Equal([1, 2, 3, 4], rows.Select(row => row["step"]));
        Assert.All(rows, row => Assert.Equal(row["discriminator_loss"] + row["generator_loss"], row["total_loss"]));
        Assert.All(rows, row => Assert.Equal(-row["discriminator_loss"], row["value"]));

        // At the start D cannot tell: D = 1/2, discriminator loss 2 log 2.
        Assert.Equal(2 * Math.Log(2), rows[0]["discriminator_loss"], 0.2);
    }

    [Fact]
    public void TrainsOnFilesAndGoesThroughThemAsOftenAsStepsAsk()
    {
        File.WriteAllBytes(folder["images"], IdxBytes.Images(250));

        var run = Run("out", "--data", folder["images"], "--steps", "5");

        Assert.Contains(folder["images"], run.Lines[0]);
        Assert.Equal([1, 1, 2, 2, 3], CsvFile.Read(folder["out/measurements.csv"]).Select(row => row["epoch"]));
    }

    [Fact]
    public void TheSeedDecidesWhatIsDrawn()
    {
        byte[] Picture(string name) => File.ReadAllBytes(folder[$"{name}/samples/samples-1.png"]);
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
    public void FewerImagesThanABatch()
    {
        File.WriteAllBytes(folder["images"], IdxBytes.Images(99));
        ExampleRun
            .Of("Vanilla2014", "--data", folder["images"], "--out", folder["out"])
            .AssertRefused("draws 100 examples", "there are 99");
    }

    private ExampleRun Run(string output, params string[] args) =>
        ExampleRun.Succeed("Vanilla2014", [.. args, "--out", folder[output]]);

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
