using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Asks the compiler which constructor of a user's module the arguments of a use are for.</summary>
internal static class ModuleConstructors
{
    /// <summary>Why there is no one constructor for the arguments; null where there is.</summary>
    public static string? Obstacle(
        INamedTypeSymbol module,
        INamedTypeSymbol network,
        IReadOnlyList<ModuleArgument> arguments,
        Compilation compilation
    )
    {
        var name = module.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var values = string.Join(", ", arguments.Select(argument => argument.Text));
        var found = EmittedExpression.Symbol($"new {name}({values})", network.ContainingType, compilation);
        var types = string.Join(", ", arguments.Select(argument => argument.Type.ToDisplayString()));
        return found.Symbol is not null ? null
            : found.CandidateReason == CandidateReason.Ambiguous
                ? $"several constructors of {module.Name} take ({types}); make one of them fit better"
            : $"no public or internal constructor of {module.Name} takes ({types}); give the arguments that one takes, in its order";
    }
}
