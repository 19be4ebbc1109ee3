using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>The discriminator gives one logit per example.</summary>
internal sealed class DiscriminatorOutput : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var discriminator = gan.Discriminator;
        var found = discriminator.Model.Output;
        if (!discriminator.Model.IsComplete || found.ElementCount == 1)
        {
            return [];
        }

        // One channel is the patch of logits of a patch discriminator (Isola et al. 2017), whose mean is one logit.
        var isPatch = found.Rank > 1 && found[0] == 1;
        var advice = isPatch
            ? "take the mean of the patch with [GlobalAvgPool], or end it with [Flatten, Linear(1)]"
            : "end it with [Flatten, Linear(1)]";
        var problem = new LayerProblem(
            Rule.DiscriminatorOutput,
            null,
            $"the discriminator gives {found}, but it has to give one logit per example; {advice}",
            [
                .. isPatch ? [Mend.InsertAfter("GlobalAvgPool")] : Array.Empty<Mend>(),
                found.Rank == 1 ? Mend.InsertAfter("Linear(1)") : Mend.InsertAfter("Flatten", "Linear(1)"),
            ]
        )
        {
            NeededInput = found.WithLast(1),
        };
        return [discriminator.ProblemOf(discriminator.Parts[discriminator.Parts.Count - 1], problem)];
    }
}
