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

        var (kind, location) = (declared[0].Kind, LocationOf(declaration, declared[0]));
        if (declared.Count > 1)
        {
            yield return Refusal(
                $"[{declared[1].Kind}] stands beside [{kind}], but images are augmented in one way; leave one of them out",
                declared[1].Kind,
                LocationOf(declaration, declared[1])
            );
        }

        if (declaration is { IsDataValid: true, Data: not (null or ImageAttribute) })
        {
            yield return Refusal(
                $"[{kind}] changes images [N, C, H, W], but the data are {declaration.Data.BatchType.ToLowerInvariant()}; leave it out",
                kind,
                location
            );
        }

        if (declaration.How<PackingAttribute>() is not null)
        {
            yield return Refusal(
                $"[{kind}] changes single images, but with [Packing] D judges several at once; leave one of them out",
                kind,
                location
            );
        }
    }

    private static Problem Refusal(string sentence, string kind, Microsoft.CodeAnalysis.Location location) =>
        new(Rule.AugmentationDoesNotFit, location, sentence) { Mends = [new(Mend.Remove(kind), location)] };

    private static Microsoft.CodeAnalysis.Location LocationOf(
        GanDeclaration declaration,
        AugmentationAttribute attribute
    ) =>
        attribute is AdaAttribute
            ? declaration.LocationOf<AdaAttribute>(null)
            : declaration.LocationOf<DiffAugmentAttribute>(null);
}
