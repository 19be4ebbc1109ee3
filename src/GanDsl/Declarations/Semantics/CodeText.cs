using System.Globalization;

namespace GanDsl;

/// <summary>Values as C# source text, the same under every culture. The one place where values become text of emitted code.</summary>
internal static class CodeText
{
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>The shortest text that reads back as the same number; keeps a type suffix away from round numbers.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
        {
            return "double.NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        // On the .NET Framework, on which Visual Studio compiles, the largest ones rounded up are no numbers.
        var isRead = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read);
        var exact = isRead && read.Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
        return exact.Replace("E-0", "e-").Replace("E+", "e").Replace("E", "e");
    }

    /// <summary>A string literal.</summary>
    public static string Of(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    /// <summary>A value of an attribute argument: a number, a boolean, an enumeration member or a string.</summary>
    public static string Of(object value) =>
        value switch
        {
            bool boolean => Of(boolean),
            double number => Of(number),
            float number => Of((double)number),
            string text => Of(text),
            Enum member when Enum.IsDefined(member.GetType(), member) => $"{member.GetType().Name}.{member}",
            Enum other => $"({other.GetType().Name})({other.ToString("D")})",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
        };

    /// <summary>A number to three digits, for a message.</summary>
    public static string Rounded(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>A whole number with thousands separators, for documentation: <c>407,680</c>.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things: <c>1 row</c>, <c>2 rows</c>.</summary>
    public static string Count(long value, string noun) => $"{Count(value)} {noun}{(value == 1 ? "" : "s")}";

    /// <summary>A whole number as a readable literal: <c>407_680</c>.</summary>
    public static string Grouped(long value) => Count(value).Replace(',', '_');
}
