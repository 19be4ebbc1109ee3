using ConditionalDigits;
using Digits;
using Ring;
using Vanilla2014;
using Wasserstein;
using Waves;

namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>What a run of an example's entry point left behind.</summary>
internal sealed record ExampleRun(int ExitCode, string Output, string Error)
{
    public static ExampleRun Digits(params string[] args) =>
        Of((output, error) => DigitsCommand.Run(args, output, error));

    public static ExampleRun ConditionalDigits(params string[] args) =>
        Of((output, error) => ConditionalDigitsCommand.Run(args, output, error));

    public static ExampleRun Ring(params string[] args) => Of((output, error) => RingCommand.Run(args, output, error));

    public static ExampleRun Vanilla(params string[] args) =>
        Of((output, error) => VanillaCommand.Run(args, output, error));

    public static ExampleRun Wasserstein(params string[] args) =>
        Of((output, error) => WassersteinCommand.Run(args, output, error));

    public static ExampleRun Waves(params string[] args) =>
        Of((output, error) => WavesCommand.Run(args, output, error));

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Exit code 1, no training, and one line on the error stream that says all of the given words.</summary>
    public void AssertRefused(params string[] words)
    {
        Assert.Equal(1, ExitCode);
        var sentence = Error.Trim();
        Assert.DoesNotContain('\n', sentence);
        Assert.DoesNotContain("   at ", sentence);
        Assert.EndsWith(".", sentence);
        Assert.All(words, word => Assert.Contains(word, sentence));
        Assert.DoesNotContain("Training", Output);
    }

    private static ExampleRun Of(Func<TextWriter, TextWriter, int> run)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = run(output, error);
        return new ExampleRun(exitCode, output.ToString(), error.ToString());
    }
}
