using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>An optimiser needs something to move.</summary>
internal sealed class NothingToLearn : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        new[] { gan.Generator, gan.Discriminator }
            .Where(network => network.Model is { IsComplete: true, ParameterCount: 0, IsCounted: true })
            .Select(network =>
                network.ProblemOf(
                    network.Parts[network.Parts.Count - 1],
                    new LayerProblem(
                        Rule.NothingToLearn,
                        null,
                        $"the {network.Role.Name.ToLowerInvariant()} ends here and none of its layers has a parameter, so there is nothing to "
                            + "learn; add a layer with parameters, such as Linear"
                    )
                )
            );
}
