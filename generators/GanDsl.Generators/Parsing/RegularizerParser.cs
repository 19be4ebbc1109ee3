using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads what holds the discriminator back, from the class of the GAN.</summary>
internal static class RegularizerParser
{
    /// <summary>The regularisers without mistakes in their arguments, in the order of the source.</summary>
    public static IReadOnlyList<RegularizerAttribute> Parse(
        INamedTypeSymbol gan,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        var regularizers = new List<RegularizerAttribute>();
        foreach (var data in gan.GetAttributes().Where(AttributeReader.Is<RegularizerAttribute>))
        {
            if (AttributeReader.Read<RegularizerAttribute>(data) is not { } regularizer)
            {
                continue;
            }

            var found = regularizer.ArgumentProblems().ToList();
            TypeParser.AddArgumentProblems(data, found, gan, problems, cancellation);
            if (found.Count == 0)
            {
                regularizers.Add(regularizer);
            }
        }

        return regularizers;
    }
}
