using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Checks that each network ends in what the other and the data need.</summary>
internal static class NetworkHeads
{
    public static void CheckGeneratorOutput(InferredNetwork generator, DataShapeAttribute data, List<Problem> problems)
    {
        var (found, wanted) = (generator.Model.Output, data.Shape);
        if (!generator.Model.IsComplete || found.Equals(wanted))
        {
            return;
        }

        var reshape = $"Reshape({string.Join(", ", wanted.Sizes.Select(CodeText.Of))})";
        var isReshape = found.ElementCount == wanted.ElementCount;
        var message =
            $"the generator gives {found}, but the declared {data.BatchType.ToLowerInvariant()} are {wanted}; "
            + (isReshape ? $"add [{reshape}] after it" : "change the last layers or the declared data shape");
        problems.Add(
            generator.ProblemOf(
                generator.Parts[generator.Parts.Count - 1],
                new LayerProblem(Rule.GeneratorOutput, null, message, isReshape ? [Mend.InsertAfter(reshape)] : [])
                {
                    NeededInput = wanted,
                }
            )
        );
    }

    public static void CheckDiscriminatorOutput(InferredNetwork discriminator, List<Problem> problems)
    {
        var found = discriminator.Model.Output;
        if (!discriminator.Model.IsComplete || found.ElementCount == 1)
        {
            return;
        }

        problems.Add(
            discriminator.ProblemOf(
                discriminator.Parts[discriminator.Parts.Count - 1],
                new LayerProblem(
                    Rule.DiscriminatorOutput,
                    null,
                    $"the discriminator gives {found}, but it has to give one logit per example; end it with [Flatten, Linear(1)]",
                    found.Rank == 1 ? Mend.InsertAfter("Linear(1)") : Mend.InsertAfter("Flatten", "Linear(1)")
                )
                {
                    NeededInput = found.WithLast(1),
                }
            )
        );
    }
}
