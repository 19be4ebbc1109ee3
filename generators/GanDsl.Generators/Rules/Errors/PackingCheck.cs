using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>Examples that D judges side by side fit into memory, into the minibatch, and have no label of their own.</summary>
internal sealed class PackingCheck : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var declaration = gan.Declaration;
        if (declaration.DeclaredTraining<PackingAttribute>() is not { Examples: var packing })
        {
            yield break;
        }

        var location = declaration.LocationOf<PackingAttribute>(null);
        if (declaration.JudgedShape is { } judged && Shape.Overflows(judged.Sizes))
        {
            yield return new(
                Rule.SizeOverflows,
                location,
                $"{CodeText.Of(packing)} examples side by side have more than {CodeText.Count(Shape.LargestElementCount)} values; pack fewer"
            );
        }

        if (declaration.Gan.BatchSize % packing != 0)
        {
            yield return new(
                Rule.PackingDoesNotDivide,
                location,
                $"D judges {CodeText.Of(packing)} examples at once, but the BatchSize of {CodeText.Of(declaration.Gan.BatchSize)} is no multiple "
                    + "of that; choose another of the two"
            )
            {
                Mends = [.. LargerBatch.Of(declaration, packing)],
            };
        }

        if (declaration.Labels is not null)
        {
            yield return new(
                Rule.PackingOfLabelled,
                location,
                "With Packing D judges several examples at once, but each of them has a label of its own; leave one of [Packing] and [Labels] out"
            )
            {
                Mends = [new(Mend.Remove("Packing"), location)],
            };
        }
    }
}
