using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>The saturating loss has hardly a gradient where D is sure of itself (Goodfellow et al. 2014, section 3).</summary>
internal sealed class SaturatingLossRemark : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        if (gan.Declaration.Loss is not SaturatingLoss)
        {
            return [];
        }

        var nonSaturating = ArgumentChange.Property(nameof(GanAttribute.Loss), CodeText.Of(GanLoss.NonSaturating));
        return
        [
            new(
                Rule.SaturatingLoss,
                gan.Declaration.LocationOf<GanAttribute>(nameof(GanAttribute.Loss)),
                "The saturating loss starves the generator early: its gradient is proportional to D(G(z)), which is near 0 while D easily "
                    + "tells fakes apart; GanLoss.NonSaturating has the same fixed point and a strong gradient there"
            )
            {
                Mends = [new(Mend.Set("Gan", nonSaturating), gan.Declaration.LocationOf<GanAttribute>(null))],
            },
        ];
    }
}
