using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>One reading of a GAN: what all of its parsers share.</summary>
internal sealed class Reading(Compilation compilation, CancellationToken cancellation)
{
    private readonly List<Problem> problems = [];

    /// <summary>The project.</summary>
    public Compilation Compilation => compilation;

    /// <summary>Ends the work.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    public void Add(Problem problem) => problems.Add(problem);

    /// <summary>Adds what is wrong with the arguments of an attribute that stands on a class.</summary>
    public void AddArgumentProblems(AttributeData attribute, IEnumerable<LayerProblem> found, INamedTypeSymbol type)
    {
        foreach (var problem in found)
        {
            var target = LocationOf(attribute, type);
            Add(
                new(
                    problem.Rule,
                    LocationOf(attribute, type, problem.Argument),
                    $"{TextOf(attribute) ?? type.Name}: {problem.Message}"
                )
                {
                    Mends = [.. problem.Mends.Select(mend => new PlacedMend(mend, target))],
                }
            );
        }
    }

    /// <summary>The attribute as it is typed; null for one of another assembly.</summary>
    public string? TextOf(AttributeData attribute) => AttributeSyntaxReader.TextOf(attribute, cancellation);

    /// <summary>Where an attribute of a class stands, or one of its arguments.</summary>
    public Location LocationOf(AttributeData attribute, INamedTypeSymbol type, string? argument = null) =>
        AttributeSyntaxReader.LocationOf(attribute, type, argument, cancellation);
}
