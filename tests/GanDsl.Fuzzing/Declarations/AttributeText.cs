using System.Globalization;

namespace GanDsl.Fuzzing.Declarations;

/// <summary>Builds the text of an attribute as a user types it, argument by argument.</summary>
internal sealed class AttributeText(string name)
{
    private readonly List<string> arguments = [];

    /// <summary>A constructor argument.</summary>
    public AttributeText Add(string text)
    {
        arguments.Add(text);
        return this;
    }

    public AttributeText Add(params IEnumerable<int> numbers)
    {
        arguments.AddRange(numbers.Select(Of));
        return this;
    }

    /// <summary>A constructor argument that may be left out.</summary>
    public AttributeText AddIfGiven(double? number) => number is { } given ? Add(Of(given)) : this;

    /// <summary>A property, where it is given.</summary>
    public AttributeText Set(string property, int? value) => SetText(property, value is { } given ? Of(given) : null);

    public AttributeText Set(string property, double? value) =>
        SetText(property, value is { } given ? Of(given) : null);

    public AttributeText Set(string property, bool? value) =>
        SetText(property, value is { } given ? (given ? "true" : "false") : null);

    public AttributeText SetText(string property, string? value) => value is null ? this : Add($"{property} = {value}");

    public override string ToString() => arguments.Count == 0 ? name : $"{name}({string.Join(", ", arguments)})";

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(double value) =>
        value switch
        {
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            double.MaxValue => "double.MaxValue",
            double.Epsilon => "double.Epsilon",
            _ => value.ToString("R", CultureInfo.InvariantCulture),
        };
}
