using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>The parts of a minibatch are equal, and each of them is made of whole packs.</summary>
internal sealed class AccumulationCheck : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var declaration = gan.Declaration;
        var (parts, packing) = (declaration.AccumulatedParts, declaration.Packing);
        var batchSize = declaration.Gan.BatchSize;
        if (parts == 1 || batchSize % packing != 0 || batchSize / packing % parts == 0)
        {
            yield break;
        }

        var judged = packing == 1 ? "" : $" of whole packs of {CodeText.Of(packing)}";
        yield return new(
            Rule.PartsDoNotDivide,
            declaration.LocationOf<AccumulateGradientsAttribute>(null),
            $"A minibatch of {CodeText.Of(batchSize)} examples has no {CodeText.Of(parts)} equal parts{judged}; choose another number of parts "
                + "or another BatchSize"
        )
        {
            Mends = parts <= int.MaxValue / packing ? [.. LargerBatch.Of(declaration, parts * packing)] : [],
        };
    }
}
