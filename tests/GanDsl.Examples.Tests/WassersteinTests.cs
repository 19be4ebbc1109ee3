using System.Xml.Linq;
using GanDsl.Examples.Tests.Infrastructure;
using TorchSharp;
using Wasserstein;

namespace GanDsl.Examples.Tests;

public sealed class WassersteinTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void DrawsPointsAndCurveAndCountsTheModes()
    {
        var run = Run("out", "--steps", "60");

        Assert.Matches(@"^modes \d+/25, high quality \d{1,3}\.\d %$", run.Lines[^1]);
        Assert.Equal(ExampleRun.Files([60], "estimate.svg", "points.svg"), folder.Files("out"));
        Assert.Contains("generated (2500", File.ReadAllText(folder["out/points.svg"]));
        var curve = XElement.Load(folder["out/estimate.svg"]);
        Assert.Contains("mean of 50 steps", curve.Value);
        Assert.DoesNotContain("not finite", curve.Value);
    }

    [Fact]
    public void EstimatesHaveARowForEachStep()
    {
        Run("out", "--steps", "70");

        var rows = CsvFile.Read(folder["out/measurements.csv"]);
        Assert.Equal(Enumerable.Range(1, 70).Select(number => (float)number), rows.Select(row => row["step"]));
        Assert.All(rows, row => Assert.True(row.Values.All(float.IsFinite)));
        Assert.All(rows, row => Assert.InRange(row["gradient_penalty"], 0, float.MaxValue));
        Assert.All(rows, row => Assert.Equal(-row["discriminator_loss"], row["wasserstein_estimate"]));

        // The points of an untrained generator lie together in the middle, and the critic soon sees it.
        Assert.InRange(rows[20..].Average(row => row["wasserstein_estimate"]), 0.1f, float.MaxValue);
    }

    [Fact]
    public void TheSeedDecidesWhatIsDrawn()
    {
        Run("a", "--steps", "3", "--seed", "3");
        Run("b", "--steps", "3", "--seed", "3");
        Run("c", "--steps", "3", "--seed", "4");

        Assert.Equal(Points("a"), Points("b"));
        Assert.NotEqual(Points("b"), Points("c"));
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

    private ExampleRun Run(string output, params string[] args) =>
        ExampleRun.Succeed("Wasserstein", [.. args, "--out", folder[output]]);

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

    private byte[] Points(string name) => File.ReadAllBytes(folder[$"{name}/samples.npy"]);
}
