using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GanDsl.Examples.Tests.Infrastructure;
using TorchSharp;
using Wasserstein;

namespace GanDsl.Examples.Tests;

public sealed class WassersteinTests : IDisposable
{
    private static readonly string[] Files = ["estimate.csv", "estimate.svg", "points.svg"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void DrawsPointsAndCurveAndCountsTheModes()
    {
        var run = Run("out", "--steps", "60");

        Assert.Matches(@"^modes \d+/25, high quality \d{1,3}\.\d %$", run.Lines[^1]);
        Assert.Equal(
            Files,
            Directory.EnumerateFileSystemEntries(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Contains("generated (2000", File.ReadAllText(folder["out/points.svg"]));
        var curve = XElement.Load(folder["out/estimate.svg"]);
        Assert.Contains("mean of 50 steps", curve.Value);
        Assert.DoesNotContain("not finite", curve.Value);
    }

    [Fact]
    public void EstimatesHaveARowForEachStep()
    {
        Run("out", "--steps", "70");

        var lines = File.ReadAllLines(folder["out/estimate.csv"]);
        Assert.Equal("step,wasserstein_estimate,gradient_penalty,generator_loss", lines[0]);
        var rows = lines[1..]
            .Select(line => line.Split(',').Select(cell => float.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        Assert.Equal(Enumerable.Range(1, 70).Select(number => (float)number), rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.True(row.All(float.IsFinite)));
        Assert.All(rows, row => Assert.InRange(row[2], 0, float.MaxValue));
        // The points of an untrained generator lie together in the middle, and the critic soon sees it.
        Assert.InRange(rows[20..].Average(row => row[1]), 0.1f, float.MaxValue);
    }

    [Fact]
    public void TheSeedDecidesWhatIsDrawn()
    {
        Run("a", "--steps", "3", "--seed", "3");
        Run("b", "--steps", "3", "--seed", "3");
        Run("c", "--steps", "3", "--seed", "4");

        Assert.Equal(Circles("a"), Circles("b"));
        Assert.NotEqual(Circles("b"), Circles("c"));
    }

    [Fact]
    public void AStepOfSizeZeroChangesNothing()
    {
        using var gan = new GridGan(new GridGan.Options { BatchSize = 4 });
        using var real = torch.ones(5 * 4, 2);
        using var points = new GridGan.Points(real.clone());
        gan.Step(points);
        var before = Weights(gan);

        gan.GeneratorOptimizer.LearningRate = 0;
        gan.DiscriminatorOptimizer.LearningRate = 0;
        gan.Step(points);
        Assert.Equal(before, Weights(gan));

        gan.GeneratorOptimizer.LearningRate = 1e-3;
        gan.DiscriminatorOptimizer.LearningRate = 1e-3;
        gan.Step(points);
        Assert.NotEqual(before, Weights(gan));
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
    [InlineData("points.svg")]
    [InlineData("estimate.csv")]
    [InlineData("estimate.svg")]
    public void FolderInPlaceOfAFile(string name)
    {
        Directory.CreateDirectory(folder[$"other/{name}"]);
        Refused(["--out", folder["other"]], $"'{name}'", "--out");
    }

    private ExampleRun Run(string output, params string[] args)
    {
        var run = ExampleRun.Wasserstein([.. args, "--out", folder[output]]);
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    private static float[] Weights(GridGan gan) =>
        [
            .. gan
                .G.parameters()
                .Concat(gan.D.parameters())
                .SelectMany(parameter =>
                {
                    using var flat = parameter.detach().reshape(-1);
                    return flat.data<float>().ToArray();
                }),
        ];

    private string[] Circles(string name) =>
        [
            .. Regex
                .Matches(File.ReadAllText(folder[$"{name}/points.svg"]), "<circle[^>]*>")
                .Select(match => match.Value),
        ];

    private void Refused(string[] args, params string[] words)
    {
        Directory.CreateDirectory(folder["out"]);
        foreach (var name in Files)
            File.WriteAllText(folder[$"out/{name}"], $"{name} of an earlier run");
        var before = folder.Contents();
        string[] output = args.Contains("--out") ? [] : ["--out", folder["out"]];

        ExampleRun.Wasserstein([.. args, .. output]).AssertRefused(words);

        Assert.Equal(before, folder.Contents());
    }
}
