using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The table at the end of docs/diagnostics/README.md is that of the release files.</summary>
public class DiagnosticIndexSnapshots
{
    private const string File = "docs/diagnostics/README.md";
    private const string TableStart = "| rule | severity | family | title |\n";

    [Fact]
    public void Table()
    {
        var accepted = Repository.Read(File);
        var current = accepted[..accepted.IndexOf(TableStart, StringComparison.Ordinal)] + Generated();
        if (AcceptedSnapshots.AreBeingWritten)
        {
            System.IO.File.WriteAllText(Repository.PathOf(File), current);
            return;
        }

        Assert.Equal(current, accepted);
    }

    private static string Generated() =>
        TableStart
        + "|---|---|---|---|\n"
        + string.Concat(
            ReleaseFile.Rows.Select(row =>
                $"| [{row.Id}]({row.Id}.md) | {RuleNames.Severity(row.Severity)} | {RuleNames.Family(row.Category)} | {row.Title} |\n"
            )
        );
}
