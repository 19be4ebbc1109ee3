using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>A member that the user wrote into a class that gets generated ones.</summary>
/// <param name="Name">Its name; that of the class for a constructor.</param>
/// <param name="Kind">What it is, such as <c>field</c>.</param>
/// <param name="Parameters">The types of its parameters as source text, without the namespaces; null where it takes none.</param>
/// <param name="IsPartialType">Whether it is a class that may have other parts.</param>
/// <param name="CallsOther">For a constructor whether it begins with another one of its class.</param>
/// <param name="Location">Where its name stands.</param>
internal sealed record DeclaredMember(
    string Name,
    string Kind,
    IReadOnlyList<string>? Parameters,
    bool IsPartialType,
    bool CallsOther,
    Location Location
)
{
    /// <summary>Types as emitted code writes them: <c>Func&lt;int, Tensor&gt;</c>, whatever the namespaces and the nullability.</summary>
    private static readonly SymbolDisplayFormat NameOnly = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    public bool IsConstructor => Kind == "constructor";

    /// <summary>What a message calls it, such as <c>Sample(int)</c>.</summary>
    public string Text => Parameters is null ? Name : $"{Name}({string.Join(", ", Parameters)})";

    /// <summary>The members of the parts of a class that no generator of ours wrote. Its networks, which get generated parts, are none.</summary>
    public static IEnumerable<DeclaredMember> Of(INamedTypeSymbol type) =>
        type.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && IsNamed(member) && !IsNetwork(member))
            .Select(member => (Member: member, Location: LocationOf(member)))
            .Where(each => each.Location is not null)
            .Select(each => Read(each.Member, each.Location!));

    /// <summary>Generic members share no signature with generated ones, none of which is generic.</summary>
    private static bool IsNamed(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method
                is { MethodKind: MethodKind.Ordinary, Arity: 0 }
                    or { MethodKind: MethodKind.Constructor },
            INamedTypeSymbol type => type.Arity == 0,
            _ => member.CanBeReferencedByName,
        };

    private static bool IsNetwork(ISymbol member) =>
        member is INamedTypeSymbol type && type.GetAttributes().Any(AttributeReader.Is<NetworkAttribute>);

    private static Location? LocationOf(ISymbol member) =>
        member.Locations.FirstOrDefault(location =>
            location.IsInSource && !GeneratedFiles.Contain(location.SourceTree)
        );

    private static DeclaredMember Read(ISymbol member, Location location)
    {
        var syntax = location.SourceTree!.GetRoot().FindNode(location.SourceSpan);
        var method = member as IMethodSymbol;
        return new(
            method is { MethodKind: MethodKind.Constructor } ? method.ContainingType.Name : member.Name,
            KindOf(member),
            method?.Parameters.Select(parameter => parameter.Type.ToDisplayString(NameOnly)).ToList(),
            syntax is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword),
            syntax
                is ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword.RawKind: (int)SyntaxKind.ThisKeyword },
            location
        );
    }

    private static string KindOf(ISymbol member) =>
        member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => "constructor",
            IMethodSymbol => "method",
            INamedTypeSymbol => "type",
            _ => member.Kind.ToString().ToLowerInvariant(),
        };
}
