using System.Diagnostics;
using Digits;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>The program itself, ended from outside.</summary>
public sealed class DigitsSignalTests : IDisposable
{
    private static readonly TimeSpan FarTooLong = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // They take the way of Ctrl-C; a test runner in the background may have SIGINT ignored for its children.
    [UnixFact]
    public void A_request_to_end_keeps_what_was_learned() => AssertKept("TERM", exitCode: 143);

    [HangUpFact]
    public void A_terminal_that_is_closed_keeps_what_was_learned() => AssertKept("HUP", exitCode: 129);

    private void AssertKept(string signal, int exitCode)
    {
        using var program = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    typeof(DigitGan).Assembly.Location,
                    "--limit",
                    "64",
                    "--batch-size",
                    "16",
                    "--threads",
                    "1",
                    "--epochs",
                    "100000",
                    "--out",
                    folder["out"],
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var limit = new Timer(_ => program.Kill(), null, FarTooLong, Timeout.InfiniteTimeSpan);
        try
        {
            while (program.StandardOutput.ReadLine() is { } line && !line.StartsWith("epoch", StringComparison.Ordinal))
            { }
            // Twice, as when a group of processes is signalled and the parent passes the signal on.
            using var kill = Process.Start("sh", ["-c", $"kill -{signal} {program.Id}; kill -{signal} {program.Id}"]);

            Assert.Contains("Interrupted", program.StandardOutput.ReadToEnd());
            Assert.Empty(program.StandardError.ReadToEnd());
            program.WaitForExit();
            Assert.Equal(exitCode, program.ExitCode);
            Assert.True(File.Exists(folder["out/generator.safetensors"]));
            Assert.Equal(1000 * 28 * 28 * sizeof(float) + 128, new FileInfo(folder["out/samples.npy"]).Length);
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill();
            }
        }
    }
}
