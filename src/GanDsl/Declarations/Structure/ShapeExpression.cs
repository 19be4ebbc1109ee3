using System.Globalization;

namespace GanDsl;

/// <summary>A side of a <see cref="ShapeRuleAttribute"/>: whole numbers, names, + - * / and parentheses, read and computed from left to right.</summary>
internal sealed class ShapeExpression
{
    private readonly string text;
    private readonly IReadOnlyDictionary<string, long> sizes;
    private int position;

    private ShapeExpression(string text, IReadOnlyDictionary<string, long> sizes) =>
        (this.text, this.sizes) = (text, sizes);

    /// <summary>The value of an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="sizes">What its names stand for.</param>
    /// <exception cref="FormatException">It is no expression; the message is a clause that says why.</exception>
    /// <exception cref="ArithmeticException">A division does not come out even, or a number is too large.</exception>
    public static long Evaluate(string text, IReadOnlyDictionary<string, long> sizes)
    {
        var expression = new ShapeExpression(text, sizes);
        var value = expression.Sum(depth: 0);
        return expression.Next == '\0' ? value : throw expression.Unexpected();
    }

    /// <summary>Whether a word can name a size.</summary>
    public static bool IsName(string word) =>
        word.Length > 0 && (char.IsLetter(word[0]) || word[0] == '_') && word.All(IsOfWord);

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    /// <summary>The next letter that is no blank, or '\0' at the end.</summary>
    private char Next
    {
        get
        {
            SkipBlanks();
            return position < text.Length ? text[position] : '\0';
        }
    }

    private void SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private long Sum(int depth)
    {
        var value = Product(depth);
        while (Next is '+' or '-')
        {
            var isSum = text[position++] == '+';
            var term = Product(depth);
            value = isSum ? checked(value + term) : checked(value - term);
        }

        return value;
    }

    private long Product(int depth)
    {
        var value = Factor(depth);
        while (Next is '*' or '/')
        {
            var isProduct = text[position++] == '*';
            var factor = Factor(depth);
            value = isProduct ? checked(value * factor) : Quotient(value, factor);
        }

        return value;
    }

    private long Factor(int depth)
    {
        // Parentheses within parentheses are read by a call within a call, and a text must not exhaust the stack.
        const int Deepest = 50;
        if (Next == '(' && depth < Deepest)
        {
            position++;
            var value = Sum(depth + 1);
            if (Next != ')')
            {
                throw Unexpected();
            }

            position++;
            return value;
        }

        SkipBlanks();
        var start = position;
        while (position < text.Length && IsOfWord(text[position]))
        {
            position++;
        }

        var word = text.Substring(start, position - start);
        return long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : sizes.TryGetValue(word, out var size) ? size
            : word.Length > 0 ? throw new FormatException($"'{word}' is neither a number nor a size of the input")
            : throw Unexpected();
    }

    private static long Quotient(long value, long divisor) =>
        divisor != 0 && value % divisor == 0
            ? value / divisor
            : throw new ArithmeticException($"{CodeText.Of(value)} / {CodeText.Of(divisor)} does not come out even");

    private FormatException Unexpected() =>
        new(Next == '\0' ? $"'{text.Trim()}' ends too early" : $"'{Next}' is not expected in '{text.Trim()}'");
}
