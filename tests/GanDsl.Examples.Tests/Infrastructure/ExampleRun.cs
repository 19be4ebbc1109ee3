using System.Reflection;
using ConditionalDigits;
using Digits;
using Ring;
using Vanilla2014;
using Wasserstein;
using Waves;

namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>What a run of an example's program left behind.</summary>
internal sealed record ExampleRun(int ExitCode, string Output, string Error)
{
    /// <summary>The examples by name.</summary>
    public static IReadOnlyDictionary<string, Assembly> Examples { get; } =
        new Dictionary<string, Assembly>
        {
            ["Digits"] = typeof(DigitGan).Assembly,
            ["ConditionalDigits"] = typeof(ConditionalDigitGan).Assembly,
            ["Ring"] = typeof(RingGan).Assembly,
            ["Vanilla2014"] = typeof(VanillaGan).Assembly,
            ["Wasserstein"] = typeof(GridGan).Assembly,
            ["Waves"] = typeof(ToneGan).Assembly,
        };

    /// <summary>The files that every run writes, with those of the given names, in order.</summary>
    /// <param name="checkpoints">The steps of its checkpoints.</param>
    /// <param name="others">What it writes besides.</param>
    public static IEnumerable<string> Files(int[] checkpoints, params string[] others) =>
        checkpoints
            .SelectMany(step =>
                (string[])[$"checkpoints/step-{step}/tensors.safetensors", $"checkpoints/step-{step}/training.json"]
            )
            .Concat([
                "discriminator.safetensors",
                "generator.safetensors",
                "measurements.csv",
                "networks.txt",
                "options.json",
                "report.html",
                "samples.npy",
                "samples/latents.safetensors",
                "warnings.csv",
            ])
            .Concat(others)
            .Order(StringComparer.Ordinal);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Runs a program in this process, and restores the console.</summary>
    public static ExampleRun Of(string example, params string[] args) =>
        Of(() => (int)Examples[example].EntryPoint!.Invoke(null, [args])!);

    /// <summary>Runs a program in this process, and restores the console.</summary>
    /// <param name="program">Answers its exit code.</param>
    public static ExampleRun Of(Func<int> program)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var (usualOutput, usualError) = (Console.Out, Console.Error);
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            return new ExampleRun(program(), output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(usualOutput);
            Console.SetError(usualError);
        }
    }

    /// <summary>Runs a program that has to succeed.</summary>
    public static ExampleRun Succeed(string example, params string[] args) => Succeeded(Of(example, args));

    /// <summary>Runs a program that has to succeed.</summary>
    /// <param name="program">Answers its exit code.</param>
    public static ExampleRun Succeed(Func<int> program) => Succeeded(Of(program));

    private static ExampleRun Succeeded(ExampleRun run)
    {
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    /// <summary>The same, but of a run that has trained.</summary>
    public void AssertRefusedAfterTraining(params string[] words) => (this with { Output = "" }).AssertRefused(words);

    /// <summary>Exit code 1, no training, and one line on the error stream that says all of the given words.</summary>
    public void AssertRefused(params string[] words)
    {
        Assert.Equal(1, ExitCode);
        var sentence = Error.Trim();
        Assert.DoesNotContain('\n', sentence);
        Assert.DoesNotContain("   at ", sentence);
        Assert.DoesNotContain("System.", sentence);
        Assert.EndsWith(".", sentence);
        Assert.All(words, word => Assert.Contains(word, sentence));
        Assert.DoesNotContain("Training", Output);
    }
}
