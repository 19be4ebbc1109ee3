using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads [Init] and [SpectralNorm].</summary>
internal static class ModifierParser
{
    public static bool IsModifier(AttributeData data) =>
        AttributeReader.Is<InitAttribute>(data) || AttributeReader.Is<SpectralNormAttribute>(data);

    /// <summary>The modifier alone; null where the compiler reports it.</summary>
    public static Modifiers? Parse(
        AttributeData data,
        Place place,
        IReadOnlyList<int> blockArguments,
        List<Problem> problems
    )
    {
        if (AttributeReader.Read<InitAttribute>(data, blockArguments) is { } init)
        {
            AddProblems(init.ArgumentProblems());
            return new([(init, place)], []);
        }

        if (AttributeReader.Read<SpectralNormAttribute>(data, blockArguments) is { } norm)
        {
            AddProblems(norm.ArgumentProblems());
            return new([], [(norm, place)]);
        }

        return null;

        void AddProblems(IEnumerable<LayerProblem> found) =>
            problems.AddRange(
                found
                    .Take(1)
                    .Select(problem => new Problem(
                        problem.Rule,
                        LocationOf(problem),
                        $"{place.Text}: {problem.Message}"
                    )
                    {
                        Mends = [.. problem.Mends.Select(mend => new PlacedMend(mend, place.Location))],
                    })
            );

        // In a block the place is the use of the block, which has other arguments.
        Location LocationOf(LayerProblem problem) =>
            data.ApplicationSyntaxReference?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax syntax
            && syntax.GetLocation() == place.Location
                ? AttributeSyntaxReader.LocationOf(syntax, problem.Argument)
                : place.Location;
    }
}
