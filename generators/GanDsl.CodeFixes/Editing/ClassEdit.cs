using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.CodeFixes.Editing;

/// <summary>Edits the head of a class: its modifiers, and attribute lists of their own.</summary>
internal static class ClassEdit
{
    public static void Write(
        TypeDeclarationSyntax type,
        IReadOnlyList<Mend> mends,
        NameSpelling spelling,
        TextEdits edits
    )
    {
        var makesPartial = mends.Any(mend => mend.Kind == MendKind.MakePartial);
        if (makesPartial && !type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            edits.Insert(type.Keyword.SpanStart, "partial ");
        }

        foreach (var mend in mends.Where(mend => mend.Kind == MendKind.AddToClass))
        {
            var attributes = mend.Attributes.Select(attribute => spelling.Of(attribute, type));
            AddList($"[{string.Join(", ", attributes)}]", type, edits);
        }
    }

    /// <summary>Writes the list on a line of its own, after the other lists and what is said of them on their line.</summary>
    private static void AddList(string list, TypeDeclarationSyntax type, TextEdits edits)
    {
        var lineBreak = edits.LineBreak + edits.IndentationAt(type.SpanStart);
        if (type.AttributeLists.Count == 0)
        {
            edits.Insert(type.SpanStart, list + lineBreak);
            return;
        }

        var above = type.AttributeLists.Last().GetLastToken();
        var below = above.GetNextToken();
        var end = TextEdits.EndWithComments(above);
        if (edits.IsFirstOnLine(below.SpanStart))
        {
            edits.Insert(end, lineBreak + list);
        }
        else
        {
            edits.Replace(TextSpan.FromBounds(end, below.SpanStart), lineBreak + list + lineBreak);
        }
    }
}
