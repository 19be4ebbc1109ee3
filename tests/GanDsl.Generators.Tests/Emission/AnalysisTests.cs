using System.Diagnostics;
using System.Runtime.InteropServices;
using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>
/// Emitted code gives no warning in a project that turns on all rules of the SDK's analyzers, whatever its language version, with and
/// without nullable references and without implicit usings. The SDK's own compiler says so.
/// </summary>
public sealed class AnalysisTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gandsl-analysis").FullName;

    [Theory]
    [InlineData("12", "disable")]
    [InlineData("12", "enable")]
    [InlineData("13", "disable")]
    [InlineData("13", "enable")]
    [InlineData("14", "disable")]
    [InlineData("14", "enable")]
    public void No_rule_of_the_SDK_complains(string language, string nullable)
    {
        var output = Compile(language, nullable, [.. EmittedCodeTests.Declarations.Cast<string>()]);

        Assert.DoesNotContain(
            output,
            line => line.Contains(".g.cs(") || line.Contains("CA1063") || line.Contains("error")
        );
    }

    [Fact]
    public void The_rules_are_on()
    {
        var output = Compile("14", "enable", ["public class Named { public static int[] All() => new int[] { }; }"]);

        Assert.Contains(output, line => line.Contains("warning CA1825"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string[] Compile(string language, string nullable, string[] sources)
    {
        var sdk = Sdk();
        var analyzers = Path.Combine(sdk, "Sdks/Microsoft.NET.Sdk/analyzers");
        var version = typeof(object).Assembly.GetName().Version!.Major;
        string[] arguments =
        [
            "-nologo",
            "-target:library",
            "-warn:9999",
            $"-langversion:{language}",
            $"-nullable:{nullable}",
            $"-out:{Path.Combine(folder, "Models.dll")}",
            $"-doc:{Path.Combine(folder, "Models.xml")}",
            $"-analyzerconfig:{analyzers}/build/config/analysislevel_{version}_all.globalconfig",
            $"-analyzer:{analyzers}/Microsoft.CodeAnalysis.NetAnalyzers.dll",
            $"-analyzer:{analyzers}/Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll",
            $"-analyzer:{typeof(GanGenerator).Assembly.Location}",
            .. GeneratorRun.References.Select(reference => $"-reference:{reference.Display}"),
            .. sources.Select(Write),
        ];
        var response = Path.Combine(folder, "compile.rsp");
        File.WriteAllLines(response, arguments.Select(argument => $"\"{argument}\""));

        using var compiler = Process.Start(
            new ProcessStartInfo(
                Path.Combine(sdk, "../../dotnet"),
                [$"{sdk}/Roslyn/bincore/csc.dll", "-noconfig", $"@{response}"]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        var output = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string Write(string source, int index)
    {
        var file = Path.Combine(folder, $"Source{index}.cs");
        File.WriteAllText(file, source);
        return file;
    }

    /// <summary>The newest SDK beside the runtime that runs the tests: &lt;dotnet&gt;/shared/Microsoft.NETCore.App/&lt;version&gt;/.</summary>
    private static string Sdk() =>
        Directory
            .GetDirectories(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../sdk")))
            .MaxBy(path => Version.TryParse(Path.GetFileName(path), out var version) ? version : new Version())!;
}
