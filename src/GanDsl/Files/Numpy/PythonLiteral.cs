using System.Globalization;

namespace GanDsl;

/// <summary>
/// Parses the few Python literals of which headers are made: dictionaries with strings for keys, strings, True and False, integers, tuples
/// and lists.
/// </summary>
internal sealed class PythonLiteral
{
    private const int DeepestNesting = 16;

    private readonly string text;
    private int position;

    private PythonLiteral(string text) => this.text = text;

    /// <summary>The entries of a dictionary; null where the text is not one dictionary and nothing more.</summary>
    public static Dictionary<string, object>? Dictionary(string text)
    {
        var parser = new PythonLiteral(text);
        return parser.Entries() is { } entries && parser.IsAtEnd ? entries : null;
    }

    private bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return position == text.Length;
        }
    }

    private Dictionary<string, object>? Entries()
    {
        var entries = new Dictionary<string, object>(StringComparer.Ordinal);
        if (!Skip('{'))
        {
            return null;
        }

        while (!Skip('}'))
        {
            if (
                String() is not { } key
                || !Skip(':')
                || Value(0) is not { } value
                || !entries.TryAdd(key, value)
                || !(Skip(',') || Peek() == '}')
            )
            {
                return null;
            }
        }

        return entries;
    }

    private object? Value(int depth) =>
        Peek() switch
        {
            '\'' or '"' => String(),
            'T' => Word("True") ? true : null,
            'F' => Word("False") ? false : null,
            '(' => Tuple('(', ')', depth),
            '[' => Tuple('[', ']', depth),
            _ => Integer(),
        };

    private PythonTuple? Tuple(char open, char close, int depth)
    {
        if (depth == DeepestNesting || !Skip(open))
        {
            return null;
        }

        var items = new List<object>();
        while (!Skip(close))
        {
            if (Value(depth + 1) is not { } item || !(Skip(',') || Peek() == close))
            {
                return null;
            }

            items.Add(item);
        }

        return new(items);
    }

    private string? String()
    {
        var quote = Peek();
        if (quote is not ('\'' or '"'))
        {
            return null;
        }

        var end = text.IndexOf(quote, position + 1);
        if (end < 0)
        {
            return null;
        }

        var content = text[(position + 1)..end];
        position = end + 1;
        return content.Contains('\\', StringComparison.Ordinal) ? null : content;
    }

    private object? Integer()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '-'))
        {
            position++;
        }

        var digits = text.AsSpan(start, position - start);

        // Python 2 wrote an L behind long integers.
        if (position < text.Length && text[position] == 'L')
        {
            position++;
        }

        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private bool Word(string word)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
        {
            return false;
        }

        position += word.Length;
        return true;
    }

    private bool Skip(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        position++;
        return true;
    }

    private char Peek()
    {
        SkipSpace();
        return position < text.Length ? text[position] : '\0';
    }

    private void SkipSpace()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }
}
