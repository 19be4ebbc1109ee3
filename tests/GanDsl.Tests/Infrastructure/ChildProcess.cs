using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GanDsl.Tests;

/// <summary>
/// Runs code in a process of its own, for what would take all tests with it if it ended the process. The code is a static lambda of this
/// assembly, or takes one string; what it asserts is asserted there.
/// </summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs the code, and fails unless it comes to its end.</summary>
    public static void Run(Action code) => Start(code, []).ShouldSucceed();

    /// <summary>The same for code with an argument.</summary>
    public static void Run(Action<string> code, string argument) => Start(code, [argument]).ShouldSucceed();

    /// <summary>Runs the code with the assemblies and native libraries of another folder.</summary>
    public static ChildProcessResult RunIn(string folder, Action code) => Start(code, [], folder);

    /// <summary>Runs code that has no end, and kills it so long after it has written its first line.</summary>
    public static void RunAndKill(Action<string> code, string argument, TimeSpan after)
    {
        using var process = Process.Start(StartInfo(code, [argument], folder: null))!;
        Assert.NotNull(process.StandardOutput.ReadLine());
        Thread.Sleep(after);
        process.Kill();
        process.WaitForExit();
    }

    private static ChildProcessResult Start(Delegate code, string[] arguments, string? folder = null)
    {
        using var process = Process.Start(StartInfo(code, arguments, folder))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The process did not end within {Limit.TotalMinutes} minutes.");
        }

        return new(process.ExitCode, output.Result, error.Result);
    }

    private static ProcessStartInfo StartInfo(Delegate code, string[] arguments, string? folder)
    {
        var assembly = Path.GetFileName(typeof(ChildProcess).Assembly.Location);
        var start = new ProcessStartInfo(DotnetHost())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
        };

        foreach (
            var argument in (string[])
                [
                    "exec",
                    Path.Combine(folder ?? AppContext.BaseDirectory, assembly),
                    code.Method.DeclaringType!.FullName!,
                    code.Method.Name,
                    .. arguments,
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>The host that runs this runtime: &lt;host&gt;/shared/Microsoft.NETCore.App/&lt;version&gt;/.</summary>
    private static string DotnetHost() =>
        Path.GetFullPath(
            Path.Combine(
                RuntimeEnvironment.GetRuntimeDirectory(),
                "../../..",
                OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"
            )
        );
}
