using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads a nested class that is marked as generator or discriminator.</summary>
internal static class NetworkParser
{
    /// <summary>Finds the one network of a kind; adds a problem where there is none, more than one, or one that cannot be read.</summary>
    public static NetworkDeclaration? Parse<TNetwork>(
        INamedTypeSymbol gan,
        List<Problem> problems,
        CancellationToken cancellation
    )
        where TNetwork : NetworkAttribute
    {
        var attribute = typeof(TNetwork).Name.Replace(nameof(Attribute), "");
        var role = attribute.ToLowerInvariant();
        var marked = gan.GetTypeMembers()
            .Where(type => type.GetAttributes().Any(AttributeReader.Is<TNetwork>))
            .ToList();
        if (marked.Count != 1)
        {
            problems.Add(
                new(
                    Rule.NetworkCount,
                    marked.Count == 0 ? gan.Locations[0] : marked[1].Locations[0],
                    $"{gan.Name} has {(marked.Count == 0 ? "no" : CodeText.Of(marked.Count))} {role}{(marked.Count == 0 ? "" : "s")}, "
                        + $"but it needs one; mark exactly one nested partial class with [{attribute}]"
                )
            );
            return null;
        }

        var network = marked[0];
        TypeParser.CheckClass(network, $"the {role}", problems, cancellation);
        CheckBase(network, role, problems, cancellation);
        var (layers, isReadable) = ParseLayers(network, role, problems, cancellation);
        return new(role, network, layers, isReadable, OptimizerParser.Parse(network, problems, cancellation));
    }

    /// <summary>The generated part derives from <c>Module</c>, and a class has one base.</summary>
    private static void CheckBase(
        INamedTypeSymbol network,
        string role,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        var declared = TypeParser
            .Parts(network, cancellation)
            .SelectMany(part => part.BaseList?.Types.Select(type => type.ToString()) ?? [])
            .Where(type => type != "Module<Tensor, Tensor>")
            .Distinct()
            .ToList();
        if (declared.Count > network.Interfaces.Length)
        {
            problems.Add(
                new(
                    Rule.UnsupportedType,
                    network.Locations[0],
                    $"{network.Name} derives from {declared[0]}, but the code that is generated for the {role} derives from Module; leave the "
                        + "base class out"
                )
            );
        }
    }

    private static (IReadOnlyList<LayerDeclaration> Layers, bool IsReadable) ParseLayers(
        INamedTypeSymbol network,
        string role,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        // The order of the source: attributes of different parts have none, so all layers stand on one part.
        var attributes = network
            .GetAttributes()
            .Where(AttributeReader.Is<LayerAttribute>)
            .Select(data =>
                (Data: data, Syntax: (AttributeSyntax?)data.ApplicationSyntaxReference?.GetSyntax(cancellation))
            )
            .Where(attribute => attribute.Syntax is not null)
            .OrderBy(attribute => attribute.Syntax!.SpanStart)
            .ToList();
        var parts = attributes
            .GroupBy(attribute => attribute.Syntax!.FirstAncestorOrSelf<TypeDeclarationSyntax>())
            .ToList();
        if (parts.Count == 0)
        {
            problems.Add(
                new(
                    Rule.NoLayers,
                    network.Locations[0],
                    $"The {role} {network.Name} has no layer; add layers as attributes, such as [Linear(64), ReLU]"
                )
            );
        }

        if (parts.Count > 1)
        {
            problems.Add(
                new(
                    Rule.LayersOnSeveralParts,
                    parts[1].First().Syntax!.GetLocation(),
                    $"The layers of the {role} {network.Name} stand on {CodeText.Of(parts.Count)} parts of the class, and C# gives "
                        + "parts no order; move all of them to one part"
                )
            );
            return ([], false);
        }

        var lists = attributes.Select(attribute => attribute.Syntax!.Parent!).Distinct().ToList();
        var layers = attributes
            .Select(attribute =>
                (Layer: AttributeReader.Read<LayerAttribute>(attribute.Data), Syntax: attribute.Syntax!)
            )
            .ToList();

        // An attribute that does not compile has the compiler's own message: nothing after it can be inferred.
        var readable = layers
            .TakeWhile(layer => layer.Layer is not null)
            .Select(layer => new LayerDeclaration(layer.Layer!, lists.IndexOf(layer.Syntax.Parent!), layer.Syntax))
            .ToList();
        return (readable, readable.Count == layers.Count);
    }
}
