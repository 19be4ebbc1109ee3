using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>What a training step measures: the columns of its log, in order.</summary>
internal static class Measurements
{
    private const string NonSaturating = "NonSaturatingLoss";
    private const string Value = "Value";

    public static IReadOnlyList<Measurement> Of(GanModel model)
    {
        var loss = model.LossDefinition;
        return
        [
            new("DiscriminatorLoss", "discriminatorUpdate.Loss"),
            new("GeneratorLoss", "generatorUpdate.Loss"),
            new("RealScore", loss.ScoreExpression("discriminatorUpdate.RealLogits")),
            new("FakeScore", loss.ScoreExpression("discriminatorUpdate.FakeLogits")),
            .. OfMinimaxGame(model, loss),
            .. model.Discriminator.Classifier is null
                ? []
                : new[] { new Measurement("ClassificationLoss", "discriminatorUpdate.ClassificationLoss") },
            .. model.Penalties.Select(penalty => new Measurement(penalty.Name, "discriminatorUpdate." + penalty.Name)),
            .. model.Augmentation is { Adapts: true }
                ? new[] { new Measurement("AugmentationProbability", "augmentation.Measure()") }
                : [],
        ];
    }

    /// <summary>Whether what the update of G gives beside its loss, the logits of its fakes, is measured.</summary>
    public static bool ReadLogitsOfGenerator(GanModel model) =>
        model.LossDefinition is MinimaxLoss and not NonSaturatingLoss;

    /// <summary>The expression of a step record that reads a measurement.</summary>
    public static string Read(GanModel model, string name) =>
        $"Measured({CodeText.Of(Of(model).ToList().FindIndex(measurement => measurement.Name == name))})";

    /// <summary>The total loss always adds the non-saturating loss: a column of its own, or the generator loss itself.</summary>
    public static string ReadNonSaturatingLoss(GanModel model) =>
        model.LossDefinition is NonSaturatingLoss ? "GeneratorLoss" : Read(model, NonSaturating);

    /// <summary>V(D, G): a column of its own where D's labels are smoothed, else the negative discriminator loss.</summary>
    public static string ReadValue(GanModel model) =>
        model.Smoothing is null ? "-DiscriminatorLoss" : Read(model, Value);

    private static IEnumerable<Measurement> OfMinimaxGame(GanModel model, LossDefinition loss)
    {
        if (ReadLogitsOfGenerator(model))
        {
            var nonSaturating = LossDefinition.Of(GanLoss.NonSaturating);
            yield return new(NonSaturating, nonSaturating.GeneratorExpression("", "generatorUpdate.FakeLogits"));
        }

        if (loss.IsMinimax && model.Smoothing is not null)
        {
            yield return new(Value, "Losses.Value(discriminatorUpdate.RealLogits, discriminatorUpdate.FakeLogits)");
        }
    }
}
