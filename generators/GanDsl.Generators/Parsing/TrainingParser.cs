using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads how training goes, from the class of a GAN or of a network.</summary>
internal sealed class TrainingParser(Reading reading)
{
    /// <summary>What is declared without mistakes in its arguments, in the order of the source.</summary>
    public IReadOnlyList<TrainingAttribute> Parse(INamedTypeSymbol type)
    {
        var declared = new List<TrainingAttribute>();
        foreach (var data in type.GetAttributes().Where(AttributeReader.Is<TrainingAttribute>))
        {
            if (AttributeReader.Read<TrainingAttribute>(data) is not { } attribute)
            {
                continue;
            }

            var found = attribute.ArgumentProblems().ToList();
            reading.AddArgumentProblems(data, found, type);
            if (found.Count == 0)
            {
                declared.Add(attribute);
            }
        }

        return declared;
    }
}
