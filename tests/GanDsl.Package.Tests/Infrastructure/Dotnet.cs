using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GanDsl.Package.Tests.Infrastructure;

/// <summary>Runs 'dotnet', or a program that it has built, in a folder.</summary>
internal static class Dotnet
{
    /// <summary>Calls dotnet, which has to succeed.</summary>
    /// <returns>What it said.</returns>
    public static string Run(string folder, params string[] arguments) => Run(folder, [], arguments);

    /// <summary>Calls dotnet with variables of the environment set; it has to succeed.</summary>
    /// <returns>What it said.</returns>
    public static string Run(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        var (status, said) = Start(folder, Command, arguments, environment);
        Assert.True(status == 0, $"'dotnet {string.Join(' ', arguments)}' ended with {status}:\n{said}");
        return said;
    }

    /// <summary>Calls dotnet, which may fail.</summary>
    public static (int Status, string Said) Try(string folder, params string[] arguments) =>
        Start(folder, Command, arguments, []);

    /// <summary>Runs an assembly, which may fail.</summary>
    public static (int Status, string Said) TryAssembly(
        string path,
        params (string Name, string Value)[] environment
    ) => Start(Path.GetDirectoryName(path)!, Command, [path], environment);

    /// <summary>Runs an executable file, which has to succeed.</summary>
    /// <returns>What it said.</returns>
    public static string RunFile(string path, params string[] arguments)
    {
        var (status, said) = Start(Path.GetDirectoryName(path)!, path, arguments, []);
        Assert.True(status == 0, $"'{path}' ended with {status}:\n{said}");
        return said;
    }

    private static string Command => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static (int Status, string Said) Start(
        string folder,
        string file,
        string[] arguments,
        (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the build that runs these tests has set is not for another build.
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        // Processes that outlive the build would keep its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../.."))
        );
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
