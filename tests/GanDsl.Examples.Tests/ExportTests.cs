using System.Reflection;
using System.Text;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>The command <c>export</c> of the examples' programs.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_is_exported_with_a_card_that_knows_it()
    {
        ExampleRun.Succeed("Ring", "--steps", "3", "--batch-size", "16", "--out", folder["run"]);

        var generator = ExampleRun.Succeed("Ring", "export", "--from", folder["run"], "--license", "CC0-1.0");
        ExampleRun.Succeed(
            "Ring",
            "export",
            "--from",
            folder["run"],
            "--network",
            "discriminator",
            "--float16",
            "--external-data",
            "--trained-on",
            "eight Gaussians",
            "--out",
            folder["judge.onnx"]
        );
        ExampleRun.Succeed(
            "Ring",
            "export",
            "--from",
            folder["run"],
            "--checkpoint",
            "step-3",
            "--out",
            folder["step.onnx"]
        );

        Assert.Contains("generator.onnx", generator.Lines[^1]);
        Assert.True(File.Exists(folder["run/generator.onnx"]));
        Assert.True(File.Exists(folder["judge.onnx.data"]));
        var card = File.ReadAllText(folder["run/generator.md"]);
        Assert.Contains("| training steps | 3 |", card);
        Assert.Contains("| batch-size | 16 |", card);
        Assert.Contains("| license | CC0-1.0 |", card);
        Assert.Contains("| data | eight Gaussians |", File.ReadAllText(folder["judge.md"]));
        Assert.Contains("| training steps | 3 |", File.ReadAllText(folder["step.md"]));
        Assert.Equal(
            File.ReadAllBytes(folder["run/generator.onnx"]).Length - LicenseBytes,
            new FileInfo(folder["step.onnx"]).Length
        );
    }

    /// <summary>What the property of the license takes: two fields, the property itself around them, and the texts.</summary>
    private static int LicenseBytes => 2 + 2 + "license".Length + 2 + "CC0-1.0".Length;

    [Fact]
    public void An_exported_generator_draws_without_torch()
    {
        ExampleRun.Succeed("Digits", "--steps", "1", "--batch-size", "4", "--out", folder["run"]);
        ExampleRun.Succeed("Digits", "export", "--from", folder["run"], "--out", folder["digits.onnx"]);
        string[] args = [folder["digits.onnx"], folder["digit.pgm"], "5"];

        ExampleRun.Of(() =>
        {
            Assembly.Load("OnnxSample").EntryPoint!.Invoke(null, [args]);
            return 0;
        });

        var picture = File.ReadAllBytes(folder["digit.pgm"]);
        Assert.StartsWith("P5 28 28 255\n", Encoding.ASCII.GetString(picture));
        Assert.Equal("P5 28 28 255\n".Length + (28 * 28), picture.Length);
        Assert.True(picture.Distinct().Count() > 20);

        ExampleRun.Succeed("Digits", "export", "--from", folder["run"], "--network", "discriminator");
        args[0] = folder["run/discriminator.onnx"];
        var refused = ExampleRun.Of(() => (int)Assembly.Load("OnnxSample").EntryPoint!.Invoke(null, [args])!);
        refused.AssertRefused("discriminator.onnx is no generator of grey images");
    }

    [Fact]
    public void What_cannot_be_exported_is_a_sentence()
    {
        Refused(["export", "--from", folder["nothing"]], "generator.safetensors");
        Refused(["export", "--from", folder["nothing"], "--network", "discriminator"], "discriminator.safetensors");
        Refused(["export", "--network", "both"], "'both'", "'generator' or 'discriminator'");
        ExampleRun.Succeed("Ring", "--steps", "1", "--out", folder["run"]);
        Refused(["export", "--from", folder["run"], "--out", folder["run"]], "it is a folder");
    }

    private static void Refused(string[] args, params string[] words)
    {
        var run = ExampleRun.Of("Ring", args);

        Assert.Equal(1, run.ExitCode);
        Assert.All(words, word => Assert.Contains(word, run.Error));
    }
}
