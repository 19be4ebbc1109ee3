using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>What a training step measures, as expressions: the columns of its log, in order.</summary>
internal static class Measurements
{
    private static readonly string[] OfEveryLoss =
    [
        "discriminator.Loss",
        "generator.Loss",
        "discriminator.RealLogits.sigmoid().mean()",
        "discriminator.FakeLogits.sigmoid().mean()",
    ];

    public static IReadOnlyList<string> Of(GanModel model) =>
        MeasuresNonSaturatingLoss(model)
            ? [.. OfEveryLoss, LossDefinition.Of(GanLoss.NonSaturating).GeneratorExpression("generator.FakeLogits")]
            : OfEveryLoss;

    /// <summary>The total loss always adds the non-saturating loss; the column of it, where it is not the generator loss itself.</summary>
    public static int? NonSaturatingLoss(GanModel model) =>
        MeasuresNonSaturatingLoss(model) ? OfEveryLoss.Length : null;

    private static bool MeasuresNonSaturatingLoss(GanModel model) => model.Loss != GanLoss.NonSaturating;
}
