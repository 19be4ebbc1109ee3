using System.Text.RegularExpressions;
using GanDsl.Examples.Tests.Infrastructure;
using TorchSharp;

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
        var run = ExampleRun.Ring("--loss", loss, "--steps", "20", "--out", folder["out"]);

        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^modes [0-8]/8, high quality \d{1,3}\.\d %$", run.Lines[^1]);
        Assert.Equal([folder["out/points.svg"]], Directory.EnumerateFileSystemEntries(folder["out"]));
        Assert.Contains("generated (2500", File.ReadAllText(folder["out/points.svg"]));
    }

    [Fact]
    public void TheLossDecidesWhatIsLearned()
    {
        ExampleRun.Ring("--loss", "saturating", "--steps", "20", "--seed", "3", "--out", folder["a"]);
        ExampleRun.Ring("--loss", "non-saturating", "--steps", "20", "--seed", "3", "--out", folder["b"]);
        ExampleRun.Ring("--loss", "non-saturating", "--steps", "20", "--seed", "3", "--out", folder["c"]);

        Assert.NotEqual(Circles("a"), Circles("b"));
        Assert.Equal(Circles("b"), Circles("c"));
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
    public void UnknownLoss()
    {
        var run = ExampleRun.Ring("--loss", "hinge", "--out", folder["out"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'hinge'", run.Error);
        Assert.Contains("'non-saturating'", run.Error);
    }

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

    [Fact]
    public void FolderInPlaceOfTheDrawing()
    {
        Directory.CreateDirectory(folder["other/points.svg"]);
        Refused(["--out", folder["other"]], "points.svg", "--out");
    }

    private string[] Circles(string name) =>
        [
            .. Regex
                .Matches(File.ReadAllText(folder[$"{name}/points.svg"]), "<circle[^>]*>")
                .Select(match => match.Value),
        ];

    private void Refused(string[] args, params string[] words)
    {
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder["out/points.svg"], "a drawing of an earlier run");
        var before = folder.Contents();
        string[] output = args.Contains("--out") ? [] : ["--out", folder["out"]];

        ExampleRun.Ring([.. args, .. output]).AssertRefused(words);

        Assert.Equal(before, folder.Contents());
    }
}
