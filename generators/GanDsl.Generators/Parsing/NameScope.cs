using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>What simple names mean in the code that is generated for a GAN.</summary>
internal sealed class NameScope(INamedTypeSymbol gan, Compilation compilation)
{
    /// <summary>What stands in front of a library's type or member of that name, from the inside out; null where nothing does.</summary>
    public string? Hiding(string name)
    {
        for (var type = gan; type is not null; type = type.ContainingType)
        {
            if (type.GetMembers(name).FirstOrDefault(IsWritten) is { } member)
            {
                return member.ToDisplayString();
            }
        }

        // The imports of emitted files stand within this namespace, so they come before the ones around it.
        return compilation
            .GetCompilationNamespace(gan.ContainingNamespace)
            ?.GetMembers(name)
            .FirstOrDefault(IsOther)
            ?.ToDisplayString();
    }

    /// <summary>The type that stands where files look for a namespace that they import.</summary>
    public string? HidingNamespace(string name)
    {
        var global = gan.ContainingNamespace;
        while (!global.IsGlobalNamespace)
        {
            global = global.ContainingNamespace;
        }

        return global.GetTypeMembers(name).FirstOrDefault(IsOfProject)?.ToDisplayString();
    }

    /// <summary>Whether the name means something else here: the libraries' own namespaces hold what is meant.</summary>
    private bool IsOther(INamespaceOrTypeSymbol symbol) =>
        IsOfProject(symbol) || (symbol.DeclaredAccessibility == Accessibility.Public && !IsOfLibrary(symbol));

    private static bool IsWritten(ISymbol member) =>
        !member.Locations.All(location => GeneratedFiles.Contain(location.SourceTree));

    private bool IsOfProject(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, gan.ContainingAssembly);

    private static bool IsOfLibrary(ISymbol symbol)
    {
        var root = symbol.ContainingNamespace.ToDisplayString().Split('.')[0];
        return root is nameof(GanDsl) or "TorchSharp" or nameof(System);
    }
}
