using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules;

/// <summary>The mend of a batch size that a number of examples does not divide.</summary>
internal static class LargerBatch
{
    /// <summary>The next batch size that is a multiple; none where that would be no whole number of 32 bits.</summary>
    public static IEnumerable<PlacedMend> Of(GanDeclaration declaration, int divisor)
    {
        if (divisor <= int.MaxValue / 64)
        {
            var size = divisor * (1 + (declaration.Gan.BatchSize / divisor));
            yield return new(
                Mend.Set("Gan", ArgumentChange.Property(nameof(GanAttribute.BatchSize), CodeText.Of(size))),
                declaration.LocationOf<GanAttribute>(null)
            );
        }
    }
}
