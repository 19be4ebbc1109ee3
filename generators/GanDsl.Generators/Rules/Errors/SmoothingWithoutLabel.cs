using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>Label smoothing lowers a label, which not every loss has.</summary>
internal sealed class SmoothingWithoutLabel : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var loss = gan.Declaration.Loss;
        if (gan.Declaration.DeclaredTraining<LabelSmoothingAttribute>() is not { } smoothing || loss.HasRealLabel)
        {
            return [];
        }

        var location = gan.Declaration.LocationOf<LabelSmoothingAttribute>(null);
        return
        [
            new(
                Rule.SmoothingWithoutLabel,
                location,
                $"LabelSmoothing lowers the label of real examples, but the {loss.Name} loss has no such label; leave it out, or use a "
                    + "loss with labels, such as GanLoss.NonSaturating"
            )
            {
                Mends = [new(Mend.Remove(smoothing.Kind), location)],
            },
        ];
    }
}
