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
        Assert.Equal(
            ["discriminator.safetensors", "generator.safetensors", "losses.csv", "points.svg", "samples.npy"],
            folder.Names("out")
        );
        Assert.Contains("generated (2500", File.ReadAllText(folder["out/points.svg"]));
    }

    [Fact]
    public void TheLossDecidesWhatIsLearned()
    {
        ExampleRun.Succeed("Ring", "--loss", "saturating", "--steps", "20", "--seed", "3", "--out", folder["a"]);
        ExampleRun.Succeed("Ring", "--loss", "non-saturating", "--steps", "20", "--seed", "3", "--out", folder["b"]);
        ExampleRun.Succeed("Ring", "--loss", "non-saturating", "--steps", "20", "--seed", "3", "--out", folder["c"]);

        Assert.NotEqual(Picture("a"), Picture("b"));
        Assert.Equal(Picture("b"), Picture("c"));
    }

    private string Picture(string name) => File.ReadAllText(folder[$"{name}/points.svg"]);
}
