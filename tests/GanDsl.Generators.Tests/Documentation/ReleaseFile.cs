using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The files that say which rules there are in which release.</summary>
internal static class ReleaseFile
{
    private const string Folder = "generators/GanDsl.Generators";

    /// <summary>Every row of a table, of the shipped and of the unshipped rules, in the order of the ids.</summary>
    public static IReadOnlyList<(string Id, string Category, DiagnosticSeverity Severity, string Title)> Rows { get; } =
    [
        .. new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => Repository.Read($"{Folder}/AnalyzerReleases.{kind}.md").Split('\n'))
            .Where(line => line.StartsWith("GAN", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[0], cells[1], Enum.Parse<DiagnosticSeverity>(cells[2]), cells[3]))
            .OrderBy(row => row.Item1, StringComparer.Ordinal),
    ];
}
