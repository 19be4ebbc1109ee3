using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>Augmentation is for single images, and there is one.</summary>
internal sealed class AugmentationCheck : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var declaration = gan.Declaration;
        var declared = declaration.Training.OfType<AugmentationAttribute>().ToList();
        if (declared.Count == 0)
        {
            yield break;
        }

        var first = declared[0];
        if (declared.Count > 1)
        {
            yield return Refusal(
                declaration,
                declared[1],
                $"stands beside [{first.Kind}], but images are augmented in one way; leave one of them out"
            );
        }

        if (declaration is { IsDataValid: true, Data: not (null or ImageAttribute) })
        {
            yield return Refusal(
                declaration,
                first,
                $"changes images [N, C, H, W], but the data are {declaration.Data.BatchType.ToLowerInvariant()}; leave it out"
            );
        }

        if (declaration.DeclaredTraining<PackingAttribute>() is not null)
        {
            yield return Refusal(
                declaration,
                first,
                "changes single images, but with [Packing] D judges several at once; leave one of them out"
            );
        }
    }

    private static Problem Refusal(GanDeclaration declaration, AugmentationAttribute attribute, string predicate)
    {
        var location =
            attribute is AdaAttribute
                ? declaration.LocationOf<AdaAttribute>(null)
                : declaration.LocationOf<DiffAugmentAttribute>(null);
        return new(Rule.AugmentationDoesNotFit, location, $"[{attribute.Kind}] {predicate}")
        {
            Mends = [new(Mend.Remove(attribute.Kind), location)],
        };
    }
}
