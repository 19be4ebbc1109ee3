using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>Clipped weights keep D's slope far below what a gradient penalty pulls it to.</summary>
internal sealed class ClippingWithPenalty : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var penalty = gan.Declaration.Training.OfType<PenaltyAttribute>().FirstOrDefault();
        if (penalty is null || gan.Declaration.DeclaredTraining<WeightClippingAttribute>() is not { } clipping)
        {
            return [];
        }

        var location = gan.Declaration.LocationOf<WeightClippingAttribute>(null);
        return
        [
            new(
                Rule.ClippingWithPenalty,
                location,
                $"[{clipping.Kind}] and [{penalty.Kind}] both bound the slope of D, and clipped weights cannot reach what the penalty asks "
                    + "for; keep one of them"
            )
            {
                Mends = [new(Mend.Remove(clipping.Kind), location)],
            },
        ];
    }
}
