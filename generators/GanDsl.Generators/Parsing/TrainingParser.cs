using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads how training goes, from the class of a GAN or of a network.</summary>
internal static class TrainingParser
{
    /// <summary>What is declared without mistakes in its arguments, in the order of the source.</summary>
    public static IReadOnlyList<TrainingAttribute> Parse(
        INamedTypeSymbol type,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        var declared = new List<TrainingAttribute>();
        foreach (var data in type.GetAttributes().Where(AttributeReader.Is<TrainingAttribute>))
        {
            if (AttributeReader.Read<TrainingAttribute>(data) is not { } attribute)
            {
                continue;
            }

            var found = attribute.ArgumentProblems().ToList();
            TypeParser.AddArgumentProblems(data, found, type, problems, cancellation);
            if (found.Count == 0)
            {
                declared.Add(attribute);
            }
        }

        return declared;
    }
}
