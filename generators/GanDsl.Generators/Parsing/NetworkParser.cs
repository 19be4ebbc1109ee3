using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads a nested class that is marked as generator or discriminator.</summary>
/// <param name="gan">The class around it.</param>
/// <param name="classes">The declared number of classes of a conditional GAN, else 1.</param>
/// <param name="reading">The reading of the GAN.</param>
internal sealed class NetworkParser(INamedTypeSymbol gan, int classes, Reading reading)
{
    /// <summary>Finds the one network of a kind; adds a problem where there is none, more than one, or one that cannot be read.</summary>
    public NetworkDeclaration? Parse<TNetwork>()
        where TNetwork : NetworkAttribute
    {
        var attribute = typeof(TNetwork).Name.Replace(nameof(Attribute), "");
        var role = attribute.ToLowerInvariant();
        var marked = gan.GetTypeMembers()
            .Where(type => type.GetAttributes().Any(AttributeReader.Is<TNetwork>))
            .ToList();
        if (marked.Count != 1)
        {
            reading.Add(
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
        new PartialClassCheck(reading).Check(network, $"the {role}");
        CheckBase(network, role);
        var stack = new StackParser(network, classes, reading).Parse(network, role, null);
        return new(
            role,
            new(network),
            AccessibilityOf(network),
            stack,
            new OptimizerParser(reading).Parse(network),
            new TrainingParser(reading).Parse(network)
        );
    }

    /// <summary>The generated part derives from <c>Module</c>, and a class has one base.</summary>
    private void CheckBase(INamedTypeSymbol network, string role)
    {
        var named = TypeSymbols
            .Parts(network, reading.Cancellation)
            .Where(part => !GeneratedFiles.Contain(part.SyntaxTree))
            .SelectMany(part => part.BaseList?.Types.Select(type => type.ToString()) ?? [])
            .Distinct()
            .Count();
        if (named > network.Interfaces.Length && network.BaseType is { } declared && !TorchModule.IsBase(declared))
        {
            reading.Add(
                new(
                    Rule.UnsupportedType,
                    network.Locations[0],
                    $"{network.Name} derives from {declared.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, but the code that is "
                        + $"generated for the {role} derives from Module; leave the base class out"
                )
            );
        }
    }

    private string AccessibilityOf(INamedTypeSymbol network) =>
        TypeSymbols
            .Parts(network, reading.Cancellation)
            .Any(part => part.Modifiers.Any(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())))
            ? SyntaxFacts.GetText(network.DeclaredAccessibility)
            : "public";
}
