using System.Collections.Immutable;
using System.Composition;
using GanDsl.CodeFixes.Editing;
using GanDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GanDsl.CodeFixes;

/// <summary>Offers the mends that the analyzer hands over with a diagnostic.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MendCodeFix))]
[Shared]
public sealed class MendCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => MendFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var choice in MendChoice.Of(diagnostic))
            {
                var action = CodeAction.Create(
                    choice.Placed.Mend.Title,
                    cancellation => SolutionEdit.ApplyAsync(solution, [choice.Placed], cancellation),
                    choice.Key
                );
                context.RegisterCodeFix(action, diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
