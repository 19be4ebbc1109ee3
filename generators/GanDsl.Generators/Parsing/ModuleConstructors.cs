using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Finds the constructor of a user's module that the arguments of a use are for.</summary>
internal static class ModuleConstructors
{
    /// <summary>Why there is no one constructor for the arguments; null where there is.</summary>
    public static string? Obstacle(
        INamedTypeSymbol module,
        INamedTypeSymbol network,
        IReadOnlyList<ModuleArgument> arguments
    )
    {
        var fitting = module
            .InstanceConstructors.Where(constructor =>
                IsAccessible(constructor, network) && Fits(constructor, arguments)
            )
            .ToList();
        var types = string.Join(", ", arguments.Select(argument => argument.Type.ToDisplayString()));
        return fitting.Count == 1 || fitting.Count(constructor => IsExact(constructor, arguments)) == 1 ? null
            : fitting.Count == 0
                ? $"no public or internal constructor of {module.Name} takes ({types}); give the arguments that one takes, in its order"
            : $"several constructors of {module.Name} take ({types}); make one of them fit better";
    }

    private static bool IsAccessible(IMethodSymbol constructor, INamedTypeSymbol network) =>
        constructor.DeclaredAccessibility == Accessibility.Public
        || (
            constructor.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal
            && SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, network.ContainingAssembly)
        );

    private static bool Fits(IMethodSymbol constructor, IReadOnlyList<ModuleArgument> arguments)
    {
        var parameters = constructor.Parameters;
        return parameters.Skip(arguments.Count).All(parameter => parameter.IsOptional)
            && arguments.Count <= parameters.Length
            && parameters.All(parameter => parameter is { RefKind: RefKind.None, IsParams: false })
            && arguments
                .Zip(parameters, (argument, parameter) => Converts(argument.Type, parameter.Type))
                .All(fits => fits);
    }

    private static bool IsExact(IMethodSymbol constructor, IReadOnlyList<ModuleArgument> arguments) =>
        constructor.Parameters.Length == arguments.Count
        && arguments
            .Zip(constructor.Parameters, (argument, parameter) => (argument.Type, Parameter: parameter.Type))
            .All(pair => SymbolEqualityComparer.Default.Equals(pair.Type, pair.Parameter));

    /// <summary>The implicit conversions of constants that constructors of modules are written for.</summary>
    private static bool Converts(INamedTypeSymbol from, ITypeSymbol to)
    {
        var target = to is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : to;
        return SymbolEqualityComparer.Default.Equals(from, target)
            || target.SpecialType == SpecialType.System_Object
            || (
                from.SpecialType == SpecialType.System_Int32
                && target.SpecialType
                    is SpecialType.System_Int64
                        or SpecialType.System_Single
                        or SpecialType.System_Double
            );
    }
}
