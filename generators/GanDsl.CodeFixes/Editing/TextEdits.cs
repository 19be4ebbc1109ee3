using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.CodeFixes.Editing;

/// <summary>Changes of one text, collected. Deletions leave no blanks at line ends and no empty lines behind.</summary>
internal sealed class TextEdits(SourceText text)
{
    private readonly List<TextChange> changes = [];
    private readonly List<TextSpan> deletions = [];

    /// <summary>The line break of the text.</summary>
    public string LineBreak { get; } = LineBreakOf(text);

    public void Insert(int position, string added) => Replace(new(position, 0), added);

    public void Replace(TextSpan span, string replacement) => changes.Add(new(span, replacement));

    public void Delete(TextSpan span) => deletions.Add(span);

    /// <summary>All changes in the order of the text; insertions at one place stay in the order in which they were made.</summary>
    public IReadOnlyList<TextChange> Changes() =>
        [
            .. changes
                .Where(change => change.Span.Length > 0 || change.NewText!.Length > 0)
                .Concat(Joined().Select(span => new TextChange(WithBlanks(span), "")))
                .OrderBy(change => change.Span.Start)
                .ThenBy(change => change.Span.End),
        ];

    public bool IsFirstOnLine(int position) => IsBlank(LineAt(position).Start, position);

    /// <summary>The blanks at the start of the line.</summary>
    public string IndentationAt(int position)
    {
        var line = LineAt(position);
        var end = line.Start;
        while (end < line.End && IsBlank(text[end]))
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>Where the token ends, with the comments behind it on its line.</summary>
    public static int EndWithComments(SyntaxToken token) =>
        token.TrailingTrivia.LastOrDefault(IsComment) is { RawKind: not 0 } comment ? comment.Span.End : token.Span.End;

    /// <summary>The same, but before a comment that takes the rest of the line.</summary>
    public static int EndWithBlockComments(SyntaxToken token) =>
        token.TrailingTrivia.Any(SyntaxKind.SingleLineCommentTrivia) ? token.Span.End : EndWithComments(token);

    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>The deletions, with those in one that only white space separates.</summary>
    private List<TextSpan> Joined()
    {
        var joined = new List<TextSpan>();
        foreach (var span in deletions.OrderBy(span => span.Start))
        {
            if (joined.Count > 0 && string.IsNullOrWhiteSpace(TextBetween(joined.Last().End, span.Start)))
            {
                joined[joined.Count - 1] = TextSpan.FromBounds(joined.Last().Start, span.End);
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    /// <summary>The span with the lines or the blanks that it would leave empty.</summary>
    private TextSpan WithBlanks(TextSpan span)
    {
        var first = LineAt(span.Start);
        var last = LineAt(span.End);
        var (start, end) = (span.Start, span.End);
        var endsLine = IsBlank(end, last.End);
        if (endsLine && IsFirstOnLine(start))
        {
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        }

        // Before a line end or a bracket the blanks in front go, elsewhere those behind; a comma takes none.
        var isLast = endsLine || text[end] is ']' or ')';
        while (isLast && start > first.Start && IsBlank(text[start - 1]))
        {
            start--;
        }

        while (!isLast && text[span.Start] != ',' && IsBlank(text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    private TextLine LineAt(int position) => text.Lines.GetLineFromPosition(position);

    private string TextBetween(int start, int end) => text.ToString(TextSpan.FromBounds(start, end));

    private bool IsBlank(int start, int end) => TextBetween(start, end).All(IsBlank);

    private static bool IsBlank(char character) => character is ' ' or '\t';

    private static string LineBreakOf(SourceText text)
    {
        var first = text.Lines[0];
        var lineBreak = text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        return lineBreak.Length > 0 ? lineBreak : "\n";
    }
}
