using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>A class of a declaration as inference and rules see it: what it is called, what it holds and where things stand.</summary>
internal sealed class DeclaredClass
{
    private static readonly SymbolDisplayFormat Unescaped = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces
    );

    private readonly INamedTypeSymbol symbol;

    public DeclaredClass(INamedTypeSymbol symbol) => this.symbol = symbol;

    /// <summary>Its name, without an escape.</summary>
    public string Name => symbol.Name;

    /// <summary>Its name as source text.</summary>
    public string Identifier => Parsing.Identifier.Escape(symbol.Name);

    /// <summary>The namespace as source text; null for the global one.</summary>
    public string? Namespace =>
        symbol.ContainingNamespace.IsGlobalNamespace
            ? null
            : symbol.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>The names of the classes around it as source text, outermost first.</summary>
    public IEnumerable<string> Containers => ContainerNames.Select(Parsing.Identifier.Escape);

    /// <summary>The name with namespace and containing classes, without escapes.</summary>
    public string FullName
    {
        get
        {
            var space = symbol.ContainingNamespace;
            IEnumerable<string> spaces = space.IsGlobalNamespace ? [] : [space.ToDisplayString(Unescaped)];
            return string.Join(".", [.. spaces, .. ContainerNames, symbol.Name]);
        }
    }

    /// <summary>Where its name stands.</summary>
    public Location Location => symbol.Locations[0];

    /// <summary>What the user's own parts of it hold.</summary>
    public IReadOnlyList<DeclaredMember> Members => [.. DeclaredMember.Of(symbol)];

    /// <summary>Where an attribute of the class stands, or one of its arguments.</summary>
    public Location LocationOf<T>(string? argument)
        where T : Attribute =>
        AttributeSyntaxReader.LocationOf(
            symbol.GetAttributes().First(AttributeReader.Is<T>),
            symbol,
            argument,
            default
        );

    /// <summary>The attributes of a kind as they are typed, without brackets and with usual spaces.</summary>
    public IEnumerable<string> TextsOf<T>()
        where T : Attribute =>
        symbol
            .GetAttributes()
            .Where(AttributeReader.Is<T>)
            .Select(data => data.ApplicationSyntaxReference?.GetSyntax())
            .OfType<SyntaxNode>()
            .Select(AttributeSyntaxReader.TextOf);

    public bool IsSameAs(DeclaredClass? other) => SymbolEqualityComparer.Default.Equals(symbol, other?.symbol);

    private List<string> ContainerNames
    {
        get
        {
            var names = new List<string>();
            for (var container = symbol.ContainingType; container is not null; container = container.ContainingType)
            {
                names.Insert(0, container.Name);
            }

            return names;
        }
    }
}
