using System.Buffers.Binary;
using System.Xml.Linq;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

public sealed class WavesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WritesSoundsAndTheirWaves()
    {
        var run = Run("out", "--steps", "2");

        Assert.Equal("untrained: pitches 0/5, tones 0.0 %", run.Lines[1]);
        Assert.Matches(@"^pitches [0-5]/5, tones \d{1,3}\.\d %$", run.Lines[^1]);
        Assert.Equal(ExampleRun.Files([2], "real.wav", "signals.svg", "tones.wav"), folder.Files("out"));
        XNamespace svg = "http://www.w3.org/2000/svg";

        // Eight real waves and eight generated ones, beside what the axes are drawn with.
        Assert.InRange(XElement.Load(folder["out/signals.svg"]).Descendants(svg + "path").Count(), 16, int.MaxValue);
    }

    [Theory]
    [InlineData("tones.wav")]
    [InlineData("real.wav")]
    public void SoundsAreEightQuarterSecondsWithPauses(string name)
    {
        Run("out", "--steps", "1");

        var file = File.ReadAllBytes(folder[$"out/{name}"]);
        Assert.Equal(4000, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)));
        Assert.Equal(44 + 2 * 8 * (1024 + 1000), file.Length);
        var samples = file[44..].Chunk(2).Select(pair => BinaryPrimitives.ReadInt16LittleEndian(pair)).ToArray();
        Assert.All(samples.Chunk(2024), sound => Assert.Contains(sound[..1024], sample => sample != 0));
        Assert.All(samples.Chunk(2024), sound => Assert.All(sound[1024..], sample => Assert.Equal(0, sample)));
    }

    [Fact]
    public void TheSeedDecidesWhatIsPlayed()
    {
        byte[] Sounds(string name) => File.ReadAllBytes(folder[$"{name}/tones.wav"]);
        Run("a", "--steps", "1", "--seed", "3");
        Run("b", "--steps", "1", "--seed", "3");
        Run("c", "--steps", "1", "--seed", "4");

        Assert.Equal(Sounds("a"), Sounds("b"));
        Assert.NotEqual(Sounds("b"), Sounds("c"));
    }

    private ExampleRun Run(string output, params string[] args) =>
        ExampleRun.Succeed("Waves", [.. args, "--out", folder[output]]);
}
