using System.Text.RegularExpressions;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The script for Windows does what that for Linux and macOS does.</summary>
public sealed partial class BuildScriptTests
{
    private static readonly string Shell = Repository.Read("build.sh");
    private static readonly string PowerShell = Repository.Read("build.ps1");

    [Fact]
    public void Both_have_the_same_commands()
    {
        var ofWindows = CommandsOf(PowerShell).ToList();

        Assert.Contains("pack", ofWindows);
        // What it makes is for Linux.
        Assert.Equal(CommandsOf(Shell).Except(["gpu"]), ofWindows);
    }

    /// <summary>PowerShell takes such a word for a parameter of the function, and hands on what is behind the colon alone.</summary>
    [Fact]
    public void Words_with_a_dash_and_a_colon_are_in_quotes() =>
        Assert.DoesNotContain(
            PowerShell.Split('\n'),
            line => line.Contains("Invoke-Dotnet ", StringComparison.Ordinal) && BareSwitch().IsMatch(line)
        );

    private static IEnumerable<string> CommandsOf(string script) =>
        Described()
            .Matches(script[..script.IndexOf("Each command does", StringComparison.Ordinal)])
            .Select(match => match.Groups[1].Value);

    /// <summary>A command in the list of them.</summary>
    [GeneratedRegex("^  ([a-z-]+) +[a-z]", RegexOptions.Multiline)]
    private static partial Regex Described();

    [GeneratedRegex(@" -\w+:")]
    private static partial Regex BareSwitch();
}
