using System.Globalization;
using System.Text.RegularExpressions;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

public sealed class RingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("non-saturating")]
    [InlineData("saturating")]
    public void DrawsThePointsAndCountsTheModes(string loss)
    {
        var run = ExampleRun.Succeed("Ring", "--loss", loss, "--steps", "20", "--out", folder["out"]);

        Assert.Matches(@"^modes [0-8]/8, high quality \d{1,3}\.\d %$", run.Lines[^1]);
        Assert.Equal(ExampleRun.Files([20], "points.svg"), folder.Files("out"));
        Assert.Contains("generated (2500", File.ReadAllText(folder["out/points.svg"]));
    }

    /// <summary>Training has to learn: nothing else finds eight Gaussians of deviation 0.1 on a ring of radius 2.</summary>
    [Fact]
    public void FindsTheEightModes()
    {
        var run = ExampleRun.Succeed(
            "Ring",
            "--steps",
            "3000",
            "--threads",
            "1",
            "--seed",
            "1",
            "--out",
            folder["out"]
        );

        var found = Regex.Match(run.Lines[^1], @"^modes (\d)/8, high quality (\d+)\.\d %$");
        Assert.Equal("8", found.Groups[1].Value);
        Assert.InRange(int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture), 70, 100);
    }

    [Fact]
    public void TheLossDecidesWhatIsLearned()
    {
        ExampleRun.Succeed("Ring", "--loss", "saturating", "--steps", "20", "--seed", "3", "--out", folder["a"]);
        ExampleRun.Succeed("Ring", "--loss", "non-saturating", "--steps", "20", "--seed", "3", "--out", folder["b"]);
        ExampleRun.Succeed("Ring", "--loss", "non-saturating", "--steps", "20", "--seed", "3", "--out", folder["c"]);

        Assert.NotEqual(Points("a"), Points("b"));
        Assert.Equal(Points("b"), Points("c"));
    }

    private byte[] Points(string name) => File.ReadAllBytes(folder[$"{name}/samples.npy"]);
}
