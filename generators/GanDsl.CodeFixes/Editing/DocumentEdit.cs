using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.CodeFixes.Editing;

/// <summary>Applies mends to the text of one document. Everything that they do not name stays as the user typed it.</summary>
internal static class DocumentEdit
{
    public static async Task<SourceText> ApplyAsync(
        Document document,
        IReadOnlyList<PlacedMend> mends,
        CancellationToken cancellation
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);

        var edits = new TextEdits(text);
        var spelling = new NameSpelling(model!);
        var distinct = mends.GroupBy(ContentOf).Select(same => same.First()).ToList();
        var ofTypes = distinct.Where(IsOfType);
        foreach (var mendsOfType in ofTypes.GroupBy(mend => MendTarget.Type(root!, mend.Target)))
        {
            ClassEdit.Write(mendsOfType.Key, [.. mendsOfType.Select(mend => mend.Mend)], spelling, edits);
        }

        var ofAttributes = distinct.Where(mend => !IsOfType(mend));
        foreach (var mendsOfList in ofAttributes.GroupBy(mend => MendTarget.Attribute(root!, mend.Target).Parent!))
        {
            var mendsOfEach = mendsOfList.ToLookup(mend => MendTarget.Attribute(root!, mend.Target), mend => mend.Mend);
            AttributeListEdit.Write((AttributeListSyntax)mendsOfList.Key, mendsOfEach, spelling, edits);
        }

        return text.WithChanges(edits.Changes());
    }

    private static bool IsOfType(PlacedMend mend) => mend.Mend.Kind is MendKind.MakePartial or MendKind.AddToClass;

    /// <summary>Two diagnostics may ask for the same edit, which is then made once.</summary>
    private static (TextSpan, MendKind, string) ContentOf(PlacedMend mend) =>
        (
            mend.Target.SourceSpan,
            mend.Mend.Kind,
            string.Join("\n", mend.Mend.Attributes.Concat(mend.Mend.Changes.Select(change => change.ToString())))
        );
}
