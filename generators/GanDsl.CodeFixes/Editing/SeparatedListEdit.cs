using Microsoft.CodeAnalysis;

namespace GanDsl.CodeFixes.Editing;

/// <summary>
/// Edits of a list with commas, attributes or arguments, collected first and written together: what happens to a comma depends
/// on both its neighbours.
/// </summary>
internal sealed class SeparatedListEdit<T>(SeparatedSyntaxList<T> list)
    where T : SyntaxNode
{
    private readonly List<string>[] before = [.. list.Select(_ => new List<string>())];
    private readonly List<string>[] after = [.. list.Select(_ => new List<string>())];

    // By index; empty for an item that is removed.
    private readonly Dictionary<int, IReadOnlyList<string>> replacements = [];

    /// <summary>Whether nothing remains.</summary>
    public bool IsEmptied => Enumerable.Range(0, list.Count).All(IsRemoved);

    public bool IsKept(T item) => !replacements.ContainsKey(list.IndexOf(item));

    public void InsertBefore(T item, IReadOnlyList<string> texts) => before[list.IndexOf(item)].AddRange(texts);

    public void InsertAfter(T item, IReadOnlyList<string> texts) => after[list.IndexOf(item)].AddRange(texts);

    /// <summary>Puts the texts in the place of the item; none removes it. A second replacement of one item is ignored.</summary>
    public void Replace(T item, IReadOnlyList<string> texts)
    {
        if (IsKept(item))
        {
            replacements.Add(list.IndexOf(item), texts);
        }
    }

    public void Write(TextEdits edits)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (NewTextsOf(index) is not { } texts)
            {
                WriteBefore(index, before[index], edits);
                WriteAfter(index, after[index], edits);
            }
            else if (texts.Count > 0)
            {
                edits.Replace(list[index].Span, string.Join(", ", texts));
            }
            else
            {
                Delete(index, edits);
            }
        }
    }

    /// <summary>What stands in the place of an item that is replaced, with the insertions beside it; null for one that stays.</summary>
    private IReadOnlyList<string>? NewTextsOf(int index) =>
        replacements.TryGetValue(index, out var texts) ? [.. before[index], .. texts, .. after[index]] : null;

    private bool IsRemoved(int index) => NewTextsOf(index) is { Count: 0 };

    private void WriteBefore(int index, IReadOnlyList<string> texts, TextEdits edits)
    {
        if (HasLinePerItem(edits))
        {
            // Above the comments of the item.
            var indentation = edits.IndentationAt(list[index].SpanStart);
            var lines = texts.Select(text => indentation + text + "," + edits.LineBreak);
            edits.Insert(list[index].FullSpan.Start, string.Concat(lines));
        }
        else
        {
            edits.Insert(list[index].SpanStart, string.Concat(texts.Select(text => text + ", ")));
        }
    }

    private void WriteAfter(int index, IReadOnlyList<string> texts, TextEdits edits)
    {
        if (texts.Count == 0)
        {
            return;
        }

        for (var next = index + 1; next < list.Count; next++)
        {
            if (!IsRemoved(next))
            {
                WriteBefore(next, texts, edits);
                return;
            }
        }

        var last = list[index].GetLastToken();
        if (!HasLinePerItem(edits))
        {
            edits.Insert(TextEdits.EndWithBlockComments(last), string.Concat(texts.Select(text => ", " + text)));
            return;
        }

        // The comma stands before a comment at the end of the line, the new line after it.
        var lineBreak = edits.LineBreak + edits.IndentationAt(list[index].SpanStart);
        edits.Insert(last.Span.End, ",");
        edits.Insert(TextEdits.EndWithComments(last), lineBreak + string.Join("," + lineBreak, texts));
    }

    private void Delete(int index, TextEdits edits)
    {
        edits.Delete(list[index].Span);

        // The last item has no comma of its own: the one after the last item that stays goes.
        var separator = index < list.SeparatorCount ? index : LastKept();
        if (separator >= 0)
        {
            edits.Delete(list.GetSeparator(separator).Span);
        }
    }

    private int LastKept()
    {
        var index = list.Count - 1;
        while (index >= 0 && IsRemoved(index))
        {
            index--;
        }

        return index;
    }

    private bool HasLinePerItem(TextEdits edits) => list.All(item => edits.IsFirstOnLine(item.SpanStart));
}
