using Microsoft.CodeAnalysis;

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
        var stack = new StackParser(network, problems, cancellation).Parse(network, role, null);
        return new(role, network, stack, OptimizerParser.Parse(network, problems, cancellation));
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
            .Where(type => type is not ("Module<Tensor, Tensor>" or "Module<Tensor, Tensor, Tensor>"))
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
}
