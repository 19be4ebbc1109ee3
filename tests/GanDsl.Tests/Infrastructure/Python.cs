using System.Diagnostics;

namespace GanDsl.Tests;

/// <summary>A Python that can import torch: that of GANDSL_PYTHON, else python3 of the path, else the system's.</summary>
internal static class Python
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly string? Program = new[]
    {
        Environment.GetEnvironmentVariable("GANDSL_PYTHON"),
        "python3",
        "/usr/bin/python3",
    }.FirstOrDefault(program => !string.IsNullOrEmpty(program) && ImportsTorch(program));

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing =>
        Program is null ? "No python3 here can import torch; GANDSL_PYTHON may name one that can." : null;

    /// <summary>Runs a script, and fails unless it comes to its end; answers what it wrote.</summary>
    public static string Run(string script, params string[] arguments)
    {
        var (exitCode, output, error) = Start(Program!, [script, .. arguments]);
        Assert.True(exitCode == 0, $"Python ended with {exitCode}.\n{output}\n{error}");
        return output;
    }

    private static bool ImportsTorch(string program)
    {
        try
        {
            return Start(program, ["-c", "import torch"]).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, string Output, string Error) Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";

        // Sums in one order, whatever the machine.
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"Python did not end within {Limit.TotalMinutes} minutes.");
        }

        return (process.ExitCode, output.Result, error.Result);
    }
}
