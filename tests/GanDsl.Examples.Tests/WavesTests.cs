using System.Buffers.Binary;
using System.Xml.Linq;
using GanDsl.Examples.Tests.Infrastructure;
using TorchSharp;

namespace GanDsl.Examples.Tests;

public sealed class WavesTests : IDisposable
{
    private static readonly string[] Files = ["real.wav", "tones.wav", "waves.svg"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WritesSoundsAndTheirWaves()
    {
        var run = Run("out", "--steps", "2");

        Assert.Equal("untrained: pitches 0/5, tones 0.0 %", run.Lines[1]);
        Assert.Matches(@"^pitches [0-5]/5, tones \d{1,3}\.\d %$", run.Lines[^1]);
        Assert.Equal(
            Files,
            Directory.EnumerateFileSystemEntries(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal(16, XElement.Load(folder["out/waves.svg"]).Descendants(svg + "polyline").Count());
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
    [InlineData("tones.wav")]
    [InlineData("real.wav")]
    [InlineData("waves.svg")]
    public void FolderInPlaceOfAFile(string name)
    {
        Directory.CreateDirectory(folder[$"other/{name}"]);
        Refused(["--out", folder["other"]], $"'{name}'", "--out");
    }

    private ExampleRun Run(string output, params string[] args)
    {
        var run = ExampleRun.Waves([.. args, "--out", folder[output]]);
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    private void Refused(string[] args, params string[] words)
    {
        Directory.CreateDirectory(folder["out"]);
        foreach (var name in Files)
            File.WriteAllText(folder[$"out/{name}"], $"{name} of an earlier run");
        var before = folder.Contents();
        string[] output = args.Contains("--out") ? [] : ["--out", folder["out"]];

        ExampleRun.Waves([.. args, .. output]).AssertRefused(words);

        Assert.Equal(before, folder.Contents());
    }
}
