using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace GanDsl.Generators.Emission;

/// <summary>
/// Source text with holes, as an interpolated raw string. What fills a hole is indented like the line that the hole stands in; where
/// nothing fills one that has a line of its own, the line goes, and with it the blank lines that would be left over.
/// </summary>
[InterpolatedStringHandler]
internal sealed class CodeTemplate
{
    /// <summary>Blank lines that are one too many: after an opening brace, before a closing one, and more than one elsewhere.</summary>
    private static readonly Regex BlankLines = new(@"(?<edge>(?<=\{)\n{2,}|\n{2,}(?= *\}))|\n{3,}");

    private readonly StringBuilder text;

    /// <summary>Where the line starts whose only content so far is an empty hole.</summary>
    private int? emptyLine;

    public CodeTemplate(int literalLength, int holes) => text = new(literalLength + holes);

    public void AppendLiteral(string literal)
    {
        var lines = literal.Replace("\r\n", "\n");
        var isLineEnd = lines.StartsWith("\n", StringComparison.Ordinal);
        if (emptyLine is { } start && isLineEnd)
        {
            text.Length = start;
            lines = lines.Substring(1);
        }

        emptyLine = null;
        text.Append(lines);
    }

    public void AppendFormatted(string hole)
    {
        var start = LineStart();
        var line = text.ToString(start, text.Length - start);
        var indentation = line.Substring(0, line.Length - line.TrimStart().Length);
        if (hole.Length == 0)
        {
            emptyLine = line.Length == indentation.Length ? start : emptyLine;
            return;
        }

        emptyLine = null;
        text.Append(hole.Replace("\n", "\n" + indentation).Replace("\n" + indentation + "\n", "\n\n"));
    }

    public void AppendFormatted(Shape hole) => AppendFormatted(hole.ToString());

    public override string ToString()
    {
        var filled = emptyLine is { } start ? text.ToString(0, start) : text.ToString();
        return BlankLines.Replace(filled, gap => gap.Groups["edge"].Success ? "\n" : "\n\n").TrimEnd();
    }

    private int LineStart()
    {
        var start = text.Length;
        while (start > 0 && text[start - 1] != '\n')
        {
            start--;
        }

        return start;
    }
}
