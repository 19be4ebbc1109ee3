using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Regularizers;

/// <summary>Every regulariser that declarations are drawn from; a test compares it with GanDsl's own.</summary>
internal static class RegularizerCatalog
{
    public static readonly IReadOnlyDictionary<string, Func<FuzzRandom, FuzzedRegularizer>> Draws =
        new SortedDictionary<string, Func<FuzzRandom, FuzzedRegularizer>>(StringComparer.Ordinal)
        {
            ["AccumulateGradients"] = FuzzedAccumulateGradients.Draw,
            ["Ada"] = random => FuzzedAugmentation.Draw(random, "Ada"),
            ["ClipGradient"] = FuzzedClipGradient.Draw,
            ["CosineDecay"] = random => FuzzedSchedule.Draw(random, "CosineDecay"),
            ["DiffAugment"] = random => FuzzedAugmentation.Draw(random, "DiffAugment"),
            ["DiscriminatorSteps"] = FuzzedDiscriminatorSteps.Draw,
            ["Dragan"] = random => FuzzedPenalty.Draw(random, "Dragan"),
            ["Ema"] = FuzzedEma.Draw,
            ["GradientPenalty"] = random => FuzzedPenalty.Draw(random, "GradientPenalty"),
            ["LabelSmoothing"] = FuzzedLabelSmoothing.Draw,
            ["LinearDecay"] = random => FuzzedSchedule.Draw(random, "LinearDecay"),
            ["Packing"] = FuzzedPacking.Draw,
            ["R1"] = random => FuzzedPenalty.Draw(random, "R1"),
            ["R2"] = random => FuzzedPenalty.Draw(random, "R2"),
            ["StepDecay"] = random => FuzzedSchedule.Draw(random, "StepDecay"),
            ["WarmUp"] = random => FuzzedSchedule.Draw(random, "WarmUp"),
            ["WeightClipping"] = FuzzedWeightClipping.Draw,
        };

    private static readonly string[] Kinds = [.. Draws.Keys];

    /// <summary>Different ones: the compiler refuses the same attribute twice.</summary>
    public static FuzzedRegularizer[] Draw(FuzzRandom random)
    {
        var count = random.Pick(0, 0, 0, 0, 1, 1, 2);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => random.Pick(Kinds))
                .Distinct()
                .Select(kind => Draws[kind](random)),
        ];
    }
}
