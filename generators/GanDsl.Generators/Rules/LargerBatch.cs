using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules;

/// <summary>The mend of a batch size that a number of examples does not divide.</summary>
internal static class LargerBatch
{
    /// <summary>The next batch size that is a multiple; none where that would be no whole number of 32 bits.</summary>
    public static IEnumerable<PlacedMend> Of(GanDeclaration declaration, int divisor)
    {
        var size = divisor * (1 + ((long)declaration.Gan.BatchSize / divisor));
        if (size <= int.MaxValue)
        {
            yield return new(
                Mend.Set("Gan", ArgumentChange.Property(nameof(GanAttribute.BatchSize), CodeText.Of(size))),
                declaration.LocationOf<GanAttribute>(null)
            );
        }
    }
}
