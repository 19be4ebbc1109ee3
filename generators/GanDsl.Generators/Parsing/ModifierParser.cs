using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads [Init] and [SpectralNorm].</summary>
internal sealed class ModifierParser(Reading reading)
{
    public static bool IsModifier(AttributeData data) =>
        AttributeReader.Is<InitAttribute>(data) || AttributeReader.Is<SpectralNormAttribute>(data);

    /// <summary>The modifier alone; null where the compiler reports it.</summary>
    /// <param name="data">The attribute.</param>
    /// <param name="syntax">The attribute as it is typed.</param>
    /// <param name="place">Where problems are reported: at the use of a block for an attribute in it.</param>
    /// <param name="blockArguments">What that use gives the parameters of the block.</param>
    public Modifiers? Parse(AttributeData data, AttributeSyntax syntax, Place place, IReadOnlyList<int> blockArguments)
    {
        if (AttributeReader.Read<InitAttribute>(data, blockArguments) is { } init)
        {
            AddFirst(init.ArgumentProblems(), syntax, place);
            return new([(init, place)], []);
        }

        if (AttributeReader.Read<SpectralNormAttribute>(data, blockArguments) is { } norm)
        {
            AddFirst(norm.ArgumentProblems(), syntax, place);
            return new([], [(norm, place)]);
        }

        return null;
    }

    private void AddFirst(IEnumerable<LayerProblem> found, AttributeSyntax syntax, Place place)
    {
        if (found.FirstOrDefault() is { } problem)
        {
            // The use of a block has other arguments.
            var isPlace = syntax.GetLocation() == place.Location;
            reading.Add(
                new(
                    problem.Rule,
                    isPlace ? AttributeSyntaxReader.LocationOf(syntax, problem.Argument) : place.Location,
                    $"{place.Text}: {problem.Message}"
                )
                {
                    Mends = [.. problem.Mends.Select(mend => new PlacedMend(mend, place.Location))],
                }
            );
        }
    }
}
