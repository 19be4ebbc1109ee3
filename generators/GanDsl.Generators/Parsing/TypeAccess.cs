using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Which types emitted code can name.</summary>
internal static class TypeAccess
{
    /// <summary>Whether code inside a class can name the type in another file.</summary>
    public static bool IsVisible(INamedTypeSymbol type, INamedTypeSymbol place, Compilation compilation) =>
        compilation.IsSymbolAccessibleWithin(type, place) && !IsLocalToFile(type);

    private static bool IsLocalToFile(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsLocalToFile(array.ElementType),
            INamedTypeSymbol named => named.IsFileLocal
                || (named.ContainingType is { } container && IsLocalToFile(container))
                || named.TypeArguments.Any(IsLocalToFile),
            _ => false,
        };
}
