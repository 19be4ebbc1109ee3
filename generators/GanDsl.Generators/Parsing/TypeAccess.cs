using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Which types emitted code can name.</summary>
internal static class TypeAccess
{
    /// <summary>Whether code inside a class can name the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="place">The class; null for code that stands in none.</param>
    public static bool IsVisible(INamedTypeSymbol type, INamedTypeSymbol? place)
    {
        for (var each = type; each is not null; each = each.ContainingType)
        {
            var isNarrow =
                each.IsFileLocal
                || each.DeclaredAccessibility
                    is Accessibility.Private
                        or Accessibility.Protected
                        or Accessibility.ProtectedAndInternal;
            if (isNarrow && (each.IsFileLocal || !IsWithin(place, each.ContainingType)))
            {
                return false;
            }
        }

        return type.TypeArguments.OfType<INamedTypeSymbol>().All(argument => IsVisible(argument, place));
    }

    private static bool IsWithin(INamedTypeSymbol? place, INamedTypeSymbol? container)
    {
        for (var each = place; each is not null; each = each.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(each, container))
            {
                return true;
            }
        }

        return false;
    }
}
