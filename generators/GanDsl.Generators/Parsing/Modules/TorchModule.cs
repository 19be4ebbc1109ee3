using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>TorchSharp's modules as symbols.</summary>
internal static class TorchModule
{
    private const string FromTensor =
        "global::TorchSharp.torch.nn.Module<global::TorchSharp.torch.Tensor, global::TorchSharp.torch.Tensor>";

    private const string FromTensorAndLabels =
        "global::TorchSharp.torch.nn.Module<global::TorchSharp.torch.Tensor, global::TorchSharp.torch.Tensor, global::TorchSharp.torch.Tensor>";

    /// <summary>Whether it is <c>Module&lt;Tensor, Tensor, Tensor&gt;</c>, of which a layer gets the labels beside its input.</summary>
    public static bool IsBaseWithLabels(INamedTypeSymbol type) => NameOf(type) == FromTensorAndLabels;

    /// <summary>Whether it is the class of all modules.</summary>
    public static bool IsAnyModule(INamedTypeSymbol type) => NameOf(type) == "global::TorchSharp.torch.nn.Module";

    /// <summary>Whether it is what networks and layers derive from, without labels or with them.</summary>
    public static bool IsBase(INamedTypeSymbol type) => NameOf(type) is FromTensor or FromTensorAndLabels;

    /// <summary>The names of what a module inherits and a member of a network would hide; none where TorchSharp is not referred to.</summary>
    public static IReadOnlyCollection<string> InheritedNames(Compilation compilation)
    {
        var module = compilation.GetTypeByMetadataName("TorchSharp.torch+nn+Module`2");
        var inherited = TypeSymbols.BasesOf(module).SelectMany(type => type.GetMembers()).Where(IsInherited);
        return new HashSet<string>(inherited.Select(member => member.Name), StringComparer.Ordinal);
    }

    private static string NameOf(INamedTypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool IsInherited(ISymbol member) =>
        member
            is not IMethodSymbol
            {
                MethodKind: MethodKind.Constructor
                    or MethodKind.StaticConstructor
                    or MethodKind.UserDefinedOperator
                    or MethodKind.Conversion,
            }
        && member.DeclaredAccessibility
            is Accessibility.Public
                or Accessibility.Protected
                or Accessibility.ProtectedOrInternal;
}
