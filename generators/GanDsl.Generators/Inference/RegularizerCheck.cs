using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Checks that what holds the discriminator back fits the loss and the minibatches.</summary>
internal static class RegularizerCheck
{
    public static void Check(GanDeclaration gan, List<Problem> problems)
    {
        CheckLabelSmoothing(gan, problems);
        CheckPacking(gan, problems);
    }

    private static void CheckLabelSmoothing(GanDeclaration gan, List<Problem> problems)
    {
        var loss = LossDefinition.Of(gan.Gan.Loss);
        if (gan.Regularizer<LabelSmoothingAttribute>() is null || loss.HasRealLabel)
        {
            return;
        }

        var location = gan.LocationOf<LabelSmoothingAttribute>(null);
        problems.Add(
            new(
                Rule.SmoothingWithoutLabel,
                location,
                $"LabelSmoothing lowers the label of real examples, but the {loss.Name} loss has no such label; leave it out, or use a "
                    + "loss with labels, such as GanLoss.NonSaturating"
            )
            {
                Mends = [new(Mend.Remove(nameof(LabelSmoothingAttribute).Replace(nameof(Attribute), "")), location)],
            }
        );
    }

    private static void CheckPacking(GanDeclaration gan, List<Problem> problems)
    {
        var packing = gan.Packing;
        if (packing > 1 && gan.JudgedShape is { } judged && Shape.Overflows(judged.Sizes))
        {
            problems.Add(
                new(
                    Rule.SizeOverflows,
                    gan.LocationOf<PackingAttribute>(null),
                    $"{CodeText.Of(packing)} examples side by side have more than {CodeText.Count(Shape.LargestElementCount)} values; pack fewer"
                )
            );
        }

        if (gan.Gan.BatchSize % packing != 0)
        {
            var mends = packing <= int.MaxValue / 64 ? new[] { packing * (1 + (gan.Gan.BatchSize / packing)) } : [];
            problems.Add(
                new(
                    Rule.PackingDoesNotDivide,
                    gan.LocationOf<PackingAttribute>(null),
                    $"D judges {CodeText.Of(packing)} examples at once, but the BatchSize of {CodeText.Of(gan.Gan.BatchSize)} is no multiple "
                        + "of that; choose another of the two"
                )
                {
                    Mends =
                    [
                        .. mends.Select(size => new PlacedMend(
                            Mend.Set("Gan", ArgumentChange.Property(nameof(GanAttribute.BatchSize), CodeText.Of(size))),
                            gan.LocationOf<GanAttribute>(null)
                        )),
                    ],
                }
            );
        }
    }
}
