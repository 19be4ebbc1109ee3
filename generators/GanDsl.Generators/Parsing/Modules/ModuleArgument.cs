using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Parsing;

/// <summary>A constant that the constructor of a user's module is given.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Text">The constant as source text.</param>
/// <param name="Python">The constant in Python; an enumeration member is its name.</param>
internal sealed record ModuleArgument(INamedTypeSymbol Type, string Text, string Python)
{
    /// <summary>The argument with block parameters replaced; null for a constant that is not passed on.</summary>
    public static ModuleArgument? Of(TypedConstant constant, IReadOnlyList<int> blockArguments)
    {
        if (constant.IsNull || constant.Type is not INamedTypeSymbol type)
        {
            return null;
        }

        if (constant.Kind == TypedConstantKind.Enum)
        {
            return EnumMember(type, constant.Value!);
        }

        return constant.Value switch
        {
            int number => Whole(type, (int)AttributeReader.Replace(number, blockArguments)),
            double number => Real(type, (double)AttributeReader.Replace(number, blockArguments)),
            bool value => new(type, CodeText.Of(value), PythonText.Of(value)),
            string text => new(type, SymbolDisplay.FormatLiteral(text, quote: true), PythonText.Of(text)),
            _ => null,
        };
    }

    private static ModuleArgument Whole(INamedTypeSymbol type, int value) =>
        new(type, CodeText.Of(value), PythonText.Of(value));

    private static ModuleArgument Real(INamedTypeSymbol type, double value) =>
        new(type, WithPoint(CodeText.Of(value)), WithPoint(PythonText.Of(value)));

    /// <summary>A literal of a real number whatever its value: in C# the same constructor is meant, in Python the same type.</summary>
    private static string WithPoint(string number) =>
        number.All(letter => char.IsDigit(letter) || letter == '-') ? number + ".0" : number;

    private static ModuleArgument EnumMember(INamedTypeSymbol type, object value)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var member = type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        var number = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
        return member is null
            ? new(type, $"({name})({number})", number)
            : new(type, $"{name}.{Identifier.Escape(member.Name)}", PythonText.Of(member.Name));
    }
}
