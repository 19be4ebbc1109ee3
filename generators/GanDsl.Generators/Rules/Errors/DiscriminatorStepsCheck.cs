using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>More discriminator steps now and then need an update rule with several of them, and minibatches that can be counted.</summary>
internal sealed class DiscriminatorStepsCheck : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var declaration = gan.Declaration;
        if (declaration.DeclaredTraining<DiscriminatorStepsAttribute>() is not { } declared)
        {
            yield break;
        }

        var location = declaration.LocationOf<DiscriminatorStepsAttribute>(null);
        var steps = CodeText.Of(declared.Steps);
        if (declaration.Gan.Update == GanUpdate.Simultaneous)
        {
            yield return new(
                Rule.SimultaneousSteps,
                location,
                "[DiscriminatorSteps] changes how many steps D makes, but with GanUpdate.Simultaneous both players make one step from one "
                    + "batch; leave it out or alternate"
            )
            {
                Mends = [new(Mend.Remove(declared.Kind), location)],
            };
        }

        if ((long)declared.Steps * declaration.Gan.BatchSize > int.MaxValue)
        {
            yield return new(
                Rule.InvalidArgument,
                location,
                $"A training step of {steps} minibatches of {CodeText.Of(declaration.Gan.BatchSize)} would take more than "
                    + $"{CodeText.Count(int.MaxValue)} examples; make fewer discriminator steps or smaller minibatches"
            );
        }
    }
}
