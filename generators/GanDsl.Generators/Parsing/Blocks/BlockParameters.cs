using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Finds the <see cref="BlockParameter"/>s in the arguments of attributes.</summary>
internal static class BlockParameters
{
    /// <summary>The parameters that an attribute names, each as its place among the arguments of a use.</summary>
    public static IEnumerable<int> In(AttributeData data) =>
        data.ConstructorArguments.Concat(data.NamedArguments.Select(argument => argument.Value)).SelectMany(In);

    /// <summary>How many arguments a use of the block takes.</summary>
    public static int CountOf(INamedTypeSymbol block) =>
        block
            .GetAttributes()
            .Where(data => StackParser.IsPositional(data) || AttributeReader.Is<ResidualAttribute>(data))
            .SelectMany(In)
            .Select(index => index + 1)
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>What is wrong where an attribute computes with a parameter; null where none does.</summary>
    public static string? ArithmeticIn(AttributeSyntax attribute) =>
        attribute
            .DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Expression.ToString().Split('.').Last() == nameof(BlockParameter))
            .Select(access =>
                access
                    .Ancestors()
                    .OfType<ExpressionSyntax>()
                    .FirstOrDefault(outer => outer is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax)
            )
            .Where(computed => computed is not null)
            .Select(computed =>
                $"C# computes {computed} before a use says what the parameter is; give the block one more parameter, or type a number"
            )
            .FirstOrDefault();

    private static IEnumerable<int> In(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Array ? (constant.IsNull ? [] : constant.Values.SelectMany(In))
        : constant.Kind == TypedConstantKind.Primitive && BlockParameter.IndexOf(constant.Value) is { } index ? [index]
        : [];
}
