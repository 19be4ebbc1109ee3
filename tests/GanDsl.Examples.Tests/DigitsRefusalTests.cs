using GanDsl.Examples.Tests.Infrastructure;
using TorchSharp;

namespace GanDsl.Examples.Tests;

/// <summary>Each kind of bad input: one sentence, exit code 1, and the files of an earlier run as they were.</summary>
public sealed class DigitsRefusalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public DigitsRefusalTests()
    {
        Directory.CreateDirectory(folder["out"]);
        foreach (var name in (string[])["losses.csv", "samples.npy", "samples-1.png", "generator.weights"])
            File.WriteAllText(folder[Path.Combine("out", name)], $"{name} of an earlier run");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void MissingData() => Refused(["--data", folder["missing"]], "no file or folder", folder["missing"]);

    [Fact]
    public void FolderWithoutImages() => Refused(["--data", folder["out"]], "train-images-idx3-ubyte", folder["out"]);

    [Fact]
    public void TruncatedImages() =>
        RefusedFile(IdxBytes.Images(100)[..5000], "cut off", "100 x 28 x 28 images", "has 4984");

    [Fact]
    public void TruncatedHeader() => RefusedFile(IdxBytes.Images(100)[..9], "cut off", "header");

    [Fact]
    public void NoIdxFile() =>
        RefusedFile("These are no images, but words."u8.ToArray(), "not the start of an IDX file");

    [Fact]
    public void ImagesOfAnotherShape() =>
        RefusedFile(IdxBytes.Images(100, 32, 32), "DigitGan takes examples [1, 28, 28]", "[1, 32, 32]");

    [Fact]
    public void NoImages() => RefusedFile(IdxBytes.Images(0), "holds none");

    [Fact]
    public void FewerImagesThanABatch() =>
        RefusedFile(IdxBytes.Images(31), "draws 32 examples", "there are 31", "batch size");

    // The format could hold numbers that are not finite; bytes cannot, and only bytes are taken.
    [Fact]
    public void NumbersThatAreNotFinite() => RefusedFile(IdxBytes.NotFinite(100), "32-bit floating-point numbers");

    [Fact]
    public void LimitBelowABatch() => Refused(["--limit", "10"], "draws 32 examples", "there are 10");

    [Fact]
    public void LimitAboveTheImages()
    {
        File.WriteAllBytes(folder["images"], IdxBytes.Images(100));
        Refused(["--data", folder["images"], "--limit", "101"], "take 101 examples", "there are 100");
    }

    [Theory]
    [InlineData("--batch-size", "-64")]
    [InlineData("--batch-size", "0")]
    [InlineData("--epochs", "-1")]
    [InlineData("--epochs", "0")]
    [InlineData("--limit", "-5")]
    [InlineData("--limit", "0")]
    public void NumbersBelowOne(string option, string value) =>
        Refused([option, value], $"{option} is {value}, but it has to be at least 1");

    [Fact]
    public void NumbersThatAreNone() => Refused(["--epochs", "many"], "'many'", "'--epochs'");

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

    [Fact]
    public void OutputFolderBelowAFile()
    {
        File.WriteAllText(folder["file"], "kept");
        Refused(["--out", folder[Path.Combine("file", "out")]], "Cannot write to the folder", "--out");
    }

    [Theory]
    [InlineData("samples.npy")]
    [InlineData("discriminator.weights")]
    public void FolderInPlaceOfAFile(string name)
    {
        Directory.CreateDirectory(folder[Path.Combine("other", name)]);
        Refused(["--out", folder["other"]], $"'{name}'", "--out");
    }

    private void RefusedFile(byte[] content, params string[] words)
    {
        File.WriteAllBytes(folder["images"], content);
        Refused(["--data", folder["images"]], words);
    }

    private void Refused(string[] args, params string[] words)
    {
        var before = folder.Contents();
        string[] output = args.Contains("--out") ? [] : ["--out", folder["out"]];

        ExampleRun.Digits([.. args, .. output]).AssertRefused(words);

        Assert.Equal(before, folder.Contents());
    }
}
