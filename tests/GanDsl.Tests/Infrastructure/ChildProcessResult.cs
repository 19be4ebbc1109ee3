namespace GanDsl.Tests;

/// <summary>How a process ended and what it said.</summary>
/// <param name="ExitCode">0 where the code came to its end, 1 where it threw; anything else means that something native ended the process.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error: the exception, where it threw.</param>
internal sealed record ChildProcessResult(int ExitCode, string Output, string Error)
{
    public void ShouldSucceed() => Assert.True(ExitCode == 0, $"The process ended with {ExitCode}.\n{Output}\n{Error}");
}
