using System.Collections.Immutable;
using GanDsl.CodeFixes.Editing;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GanDsl.CodeFixes;

/// <summary>
/// Applies the same choice at every diagnostic of a document, a project or the solution. All edits are made at once: several
/// stand in one attribute list as a rule, and a mend of one document may edit another part of the class elsewhere.
/// </summary>
internal sealed class MendFixAll : FixAllProvider
{
    public static MendFixAll Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var diagnostics = await DiagnosticsAsync(fixAllContext).ConfigureAwait(false);
        var key = fixAllContext.CodeActionEquivalenceKey;

        // Run for several rules, "dotnet format" passes the key of whatever stands first: then the likeliest mends are taken.
        var isOfRule = fixAllContext.DiagnosticIds.Any(id => key?.StartsWith(id, StringComparison.Ordinal) == true);
        var mends = diagnostics
            .Select(diagnostic => MendChoice.Of(diagnostic).FirstOrDefault(choice => choice.Key == key || !isOfRule))
            .Where(choice => choice is not null)
            .Select(choice => choice!.Placed)
            .ToList();
        if (mends.Count == 0)
        {
            return null;
        }

        var solution = fixAllContext.Solution;
        return CodeAction.Create(
            $"Fix all {string.Join(", ", fixAllContext.DiagnosticIds)}",
            cancellation => SolutionEdit.ApplyAsync(solution, mends, cancellation),
            key
        );
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var diagnostics = new List<Diagnostic>();
                foreach (var project in context.Solution.Projects)
                {
                    diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                return [.. diagnostics];
            default:
                return [];
        }
    }
}
