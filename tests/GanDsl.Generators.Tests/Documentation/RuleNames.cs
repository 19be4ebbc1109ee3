using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>What the documentation calls severities and categories.</summary>
internal static class RuleNames
{
    public static string Severity(DiagnosticSeverity severity) =>
        severity == DiagnosticSeverity.Info ? "information" : severity.ToString().ToLowerInvariant();

    /// <summary><c>shape</c> for the category <c>GanDsl.Shape</c>.</summary>
    public static string Family(string category) => category.Split('.')[1].ToLowerInvariant();
}
