using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Parsing;

/// <summary>A constant that the constructor of a user's module is given.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Text">The constant as source text.</param>
internal sealed record ModuleArgument(INamedTypeSymbol Type, string Text)
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
            return new(type, EnumText(type, constant.Value!));
        }

        return constant.Value switch
        {
            int number => new(type, CodeText.Of((int)AttributeReader.Replace(number, blockArguments))),
            double number => new(type, RealText((double)AttributeReader.Replace(number, blockArguments))),
            bool value => new(type, CodeText.Of(value)),
            string text => new(type, SymbolDisplay.FormatLiteral(text, quote: true)),
            _ => null,
        };
    }

    /// <summary>A literal of type double whatever its value, so that the same constructor is meant.</summary>
    private static string RealText(double value)
    {
        var text = CodeText.Of(value);
        return text.All(letter => char.IsDigit(letter) || letter == '-') ? text + ".0" : text;
    }

    private static string EnumText(INamedTypeSymbol type, object value)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var member = type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        return member is null
            ? $"({name})({Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)})"
            : $"{name}.{Identifier.Escape(member.Name)}";
    }
}
