using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the record of one training step. Its columns are those that the emitted training code measures, in that order.</summary>
internal sealed class TrainingStepEmitter : Emitter
{
    public override string Concern => "TrainingStep";

    protected override IReadOnlyList<string> Usings =>
        ["global::System", "global::System.Collections.Generic", "global::GanDsl.Training"];

    protected override bool Needs(string import, string code) => import != "global::System" || code.Contains("MathF.");

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var loss = model.LossDefinition;
        var smoothing = model.Smoothing is { } smoothed
            ? $" with {smoothed.RealLabelText} as the label of real examples"
            : "";
        writer.Lines(
            $"""
            /// <summary>
            /// What one training step measured, on the minibatches it used. Numbers are fetched from the device when first read, so a
            /// step that nobody looks at costs no wait.
            /// </summary>
            /// <remarks>
            /// <para>DiscriminatorLoss: {loss.DiscriminatorFormula}{smoothing}, range {loss.DiscriminatorRange}, before D's last update.</para>
            /// <para>GeneratorLoss: {loss.GeneratorFormula}, range {loss.GeneratorRange}, before G's update.</para>
            /// <para>RealScore: the mean of {loss.ScoreSymbol}(x) over real examples, {loss.ScoreRange}.</para>
            /// <para>FakeScore: the mean of {loss.ScoreSymbol}(G(z)) over generated examples, {loss.ScoreRange}.</para>
            /// </remarks>
            """
        );
        writer.Line(GeneratedCode);
        using (writer.Block("public sealed class TrainingStep : StepRecord"))
        {
            writer.Lines(
                """
                internal TrainingStep(StepMeasurements measurements)
                    : base(measurements) { }
                """
            );
            var added = Properties(model).ToList();
            foreach (var (summary, name, value) in added)
            {
                writer.Line().Line($"/// <summary>{summary}</summary>").Line($"public float {name} => {value};");
            }

            WriteMeasurements(writer, [.. Common, .. added.Select(property => property.Name)]);
        }
    }

    private static void WriteMeasurements(SourceWriter writer, IReadOnlyList<string> names)
    {
        writer.Lines(
            """

            /// <inheritdoc/>
            public override IReadOnlyList<Measurement> Measurements =>
            [
            """
        );
        foreach (var name in names)
        {
            writer.Line($"    new(nameof({name}), {name}),");
        }

        writer.Line("];");
    }

    /// <summary>What every step measures; the properties are those of the library's <c>StepRecord</c>.</summary>
    private static IReadOnlyList<string> Common { get; } =
    ["DiscriminatorLoss", "GeneratorLoss", "RealScore", "FakeScore"];

    /// <summary>What the declaration adds.</summary>
    private static IEnumerable<(string Summary, string Name, string Value)> Properties(GanModel model)
    {
        var loss = model.LossDefinition;
        foreach (var property in loss.IsMinimax ? OfMinimaxGame(model) : [])
        {
            yield return property;
        }

        if (loss.NegativeDiscriminatorLoss is var (negative, meaning))
        {
            yield return (meaning + OfWhatDSees(model), negative, "-DiscriminatorLoss");
        }

        if (model.Discriminator.Classifier is not null)
        {
            yield return (
                "The cross-entropy of the classes that D names, of real and of generated examples together, before its last update.",
                "ClassificationLoss",
                Measurements.Read(model, "ClassificationLoss")
            );
        }

        foreach (var penalty in model.Penalties)
        {
            var every = CodeText.Of(penalty.Every);
            var summary = penalty.IsLazy
                ? $"The penalty: {penalty.Formula}, range [0, ∞). It is computed once in {every} discriminator steps, where D's loss adds {every} times as "
                    + "much: here the last time in this training step, NaN where it was not."
                : $"What D's loss had added in its last update: {penalty.Formula}, range [0, ∞).";
            yield return (summary, penalty.Name, Measurements.Read(model, penalty.Name));
        }

        foreach (var property in OfAugmentation(model))
        {
            yield return property;
        }
    }

    /// <summary>What the augmentation measures, where it adapts.</summary>
    private static IEnumerable<(string Summary, string Name, string Value)> OfAugmentation(GanModel model)
    {
        if (model.Augmentation is { Adapts: true })
        {
            yield return (
                "The probability of each change of an image after this step, in [0, 1].",
                "AugmentationProbability",
                Measurements.Read(model, "AugmentationProbability")
            );
        }
    }

    /// <summary>Between which distributions an estimate is, where D does not see the examples themselves: a sentence after another one.</summary>
    private static string OfWhatDSees(GanModel model) =>
        model.Augmentation is not null ? " D sees images augmented, so it is that between augmented images."
        : model.Packing > 1
            ? $" D judges {CodeText.Of(model.Packing)} examples at once, so it is that between packs of {CodeText.Of(model.Packing)} independent examples."
        : "";

    private static IEnumerable<(string Summary, string Name, string Value)> OfMinimaxGame(GanModel model)
    {
        var value = Measurements.ReadValue(model);
        var crossEntropy = model.Smoothing is null ? "DiscriminatorLoss" : "-Value";
        var unsmoothed = model.Smoothing is null ? "" : " without smoothed labels";
        yield return (
            $"Discriminator loss{unsmoothed} + non-saturating generator loss: the health of the pair, {MinimaxNumbers.Total(model)} where D cannot tell.",
            "TotalLoss",
            $"{crossEntropy} + {Measurements.ReadNonSaturatingLoss(model)}"
        );
        yield return (
            $"V(D, G) of the min-max game: the negative discriminator loss{unsmoothed}, {MinimaxNumbers.Value(model)} where D cannot tell.",
            "Value",
            value
        );
        yield return (
            "The estimate (V + log 4) / 2 of the Jensen-Shannon divergence between data and generator, in nats."
                + MinimaxNumbers.BiasOfDivergence(model)
                + OfWhatDSees(model),
            "JensenShannonDivergence",
            "(Value + MathF.Log(4)) / 2"
        );
    }
}
