using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads a nested class that is marked as generator or discriminator.</summary>
internal sealed class NetworkParser
{
    private readonly INamedTypeSymbol gan;
    private readonly Compilation compilation;
    private readonly int classes;
    private readonly List<Problem> problems;
    private readonly CancellationToken cancellation;

    /// <param name="gan">The class around it.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="classes">The declared number of classes of a conditional GAN, else 1.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="cancellation">Ends the work.</param>
    public NetworkParser(
        INamedTypeSymbol gan,
        Compilation compilation,
        int classes,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        this.gan = gan;
        this.compilation = compilation;
        this.classes = classes;
        this.problems = problems;
        this.cancellation = cancellation;
    }

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
        CheckBase(network, role);
        var stack = new StackParser(network, compilation, classes, problems, cancellation).Parse(network, role, null);
        return new(
            role,
            new(network),
            AccessibilityOf(network),
            stack,
            OptimizerParser.Parse(network, problems, cancellation),
            TrainingParser.Parse(network, problems, cancellation)
        );
    }

    /// <summary>The generated part derives from <c>Module</c>, and a class has one base.</summary>
    private void CheckBase(INamedTypeSymbol network, string role)
    {
        var named = TypeParser
            .Parts(network, cancellation)
            .Where(part => !GeneratedFiles.Contain(part.SyntaxTree))
            .SelectMany(part => part.BaseList?.Types.Select(type => type.ToString()) ?? [])
            .Distinct()
            .Count();
        if (named > network.Interfaces.Length && network.BaseType is { } declared && !TorchModule.IsBase(declared))
        {
            problems.Add(
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
        TypeParser
            .Parts(network, cancellation)
            .Any(part => part.Modifiers.Any(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())))
            ? SyntaxFacts.GetText(network.DeclaredAccessibility)
            : "public";
}
