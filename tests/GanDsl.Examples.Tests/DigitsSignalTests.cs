using System.Diagnostics;
using Digits;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>The program itself, ended from outside.</summary>
public sealed class DigitsSignalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // These take the way of Ctrl-C; a test runner in the background may have SIGINT ignored for its children.
    [UnixTheory]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public void SignalKeepsWhatWasLearned(string signal, int exitCode)
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
