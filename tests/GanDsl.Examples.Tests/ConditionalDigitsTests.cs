using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

public sealed class ConditionalDigitsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void DrawsARowForEachDigit()
    {
        var run = ExampleRun.Succeed("ConditionalDigits", "--limit", "64", "--epochs", "2", "--out", folder["out"]);

        Assert.StartsWith(
            "Training on the 64 synthetic digits of seed 1: 2 epochs of 2 steps on 32 examples",
            run.Output
        );
        Assert.Matches(@"^epoch 2/2  step 4/4  D \d\.\d{3}  G \d\.\d{3}  .* as asked \d{1,3}\.\d %$", run.Lines[3]);
        Assert.Contains("classes.png", folder.Names("out"));
        Assert.Contains("samples-2.png", folder.Names("out/samples"));
    }

    [Fact]
    public void DrawsTheClassesThatAreAskedFor()
    {
        ExampleRun.Succeed("ConditionalDigits", "--limit", "64", "--epochs", "1", "--out", folder["out"]);

        var sampled = ExampleRun.Succeed(
            "ConditionalDigits",
            ["sample", "--from", folder["out"], "--labels", "3,1", "--count", "4"]
        );
        var refused = ExampleRun.Of("ConditionalDigits", ["sample", "--from", folder["out"], "--labels", "3,10"]);

        Assert.Contains("Wrote 4 examples", sampled.Output);
        refused.AssertRefused("'3,10'", "0 to 9");
    }

    [Fact]
    public void ReadsImagesAndTheirLabels()
    {
        File.WriteAllBytes(folder["train-images-idx3-ubyte"], IdxBytes.Images(64, 28, 28));
        File.WriteAllBytes(folder["train-labels-idx1-ubyte"], [0, 0, 8, 1, 0, 0, 0, 64, .. Labels(64)]);

        ExampleRun.Succeed("ConditionalDigits", "--data", folder[""], "--epochs", "1", "--out", folder["out"]);
    }

    private static IEnumerable<byte> Labels(int count) =>
        Enumerable.Range(0, count).Select(index => (byte)(index % 10));
}
