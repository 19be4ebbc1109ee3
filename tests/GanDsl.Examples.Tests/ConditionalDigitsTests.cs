using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

public sealed class ConditionalDigitsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void DrawsARowForEachDigit()
    {
        var run = ExampleRun.ConditionalDigits("--limit", "64", "--epochs", "2", "--out", folder["out"]);

        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Training on the 64 synthetic digits of seed 1: 2 epochs of 2 steps.", run.Output);
        Assert.Matches(@"^epoch 2: D \d\.\d{3}  G \d\.\d{3}  as asked \d{1,3}\.\d %$", run.Lines[2]);
        Assert.Equal([folder["out/classes.png"]], Directory.EnumerateFileSystemEntries(folder["out"]));
    }

    [Fact]
    public void ReadsImagesAndTheirLabels()
    {
        File.WriteAllBytes(folder["train-images-idx3-ubyte"], IdxBytes.Images(64, 28, 28));
        File.WriteAllBytes(folder["train-labels-idx1-ubyte"], [0, 0, 8, 1, 0, 0, 0, 64, .. Labels(64)]);

        var run = ExampleRun.ConditionalDigits("--data", folder[""], "--epochs", "1", "--out", folder["out"]);

        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void OtherNumbersOfLabelsThanOfImages()
    {
        File.WriteAllBytes(folder["train-images-idx3-ubyte"], IdxBytes.Images(64, 28, 28));
        File.WriteAllBytes(folder["train-labels-idx1-ubyte"], [0, 0, 8, 1, 0, 0, 0, 63, .. Labels(63)]);

        Refused(["--data", folder[""]], "64 examples", "63 labels");
    }

    [Fact]
    public void FewerDigitsThanClasses() => Refused(["--limit", "9"], "no picture of the digit 9");

    [Theory]
    [InlineData("--epochs", "0")]
    [InlineData("--limit", "-3")]
    public void NumbersBelowOne(string option, string value) =>
        Refused([option, value], $"{option} is {value}, but it has to be at least 1");

    [Fact]
    public void FolderInPlaceOfThePicture()
    {
        Directory.CreateDirectory(folder["other/classes.png"]);
        Refused(["--limit", "64", "--out", folder["other"]], "classes.png", "--out");
    }

    private static IEnumerable<byte> Labels(int count) =>
        Enumerable.Range(0, count).Select(index => (byte)(index % 10));

    private void Refused(string[] args, params string[] words)
    {
        var before = folder.Contents();
        string[] output = args.Contains("--out") ? [] : ["--out", folder["out"]];

        ExampleRun.ConditionalDigits([.. args, .. output]).AssertRefused(words);

        Assert.Equal(before, folder.Contents());
    }
}
