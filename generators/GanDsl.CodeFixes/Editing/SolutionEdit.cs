using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.CodeFixes.Editing;

/// <summary>Applies mends to a solution, all at once.</summary>
internal static class SolutionEdit
{
    public static async Task<Solution> ApplyAsync(
        Solution solution,
        IReadOnlyList<PlacedMend> mends,
        CancellationToken cancellation
    )
    {
        var edited = solution;
        var all = await ForEachPartAsync(solution, mends, cancellation).ConfigureAwait(false);
        foreach (var ofTree in all.GroupBy(mend => mend.Target.SourceTree))
        {
            if (solution.GetDocument(ofTree.Key) is { } document)
            {
                var text = await DocumentEdit.ApplyAsync(document, [.. ofTree], cancellation).ConfigureAwait(false);
                edited = edited.WithDocumentText(document.Id, text);
            }
        }

        return edited;
    }

    /// <summary>A class is partial only where each of its parts is: the mend goes to all of them, wherever they stand.</summary>
    private static async Task<IReadOnlyList<PlacedMend>> ForEachPartAsync(
        Solution solution,
        IReadOnlyList<PlacedMend> mends,
        CancellationToken cancellation
    )
    {
        var all = mends.Where(mend => mend.Mend.Kind != MendKind.MakePartial).ToList();
        foreach (var mend in mends.Where(mend => mend.Mend.Kind == MendKind.MakePartial))
        {
            if (solution.GetDocument(mend.Target.SourceTree) is not { } document)
            {
                continue;
            }

            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            var type = model!.GetDeclaredSymbol(MendTarget.Type(root!, mend.Target), cancellation)!;
            all.AddRange(
                type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation))
                    .OfType<TypeDeclarationSyntax>()
                    .Select(part => mend with { Target = part.Identifier.GetLocation() })
            );
        }

        return all;
    }
}
