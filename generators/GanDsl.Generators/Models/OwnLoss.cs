namespace GanDsl.Generators.Models;

/// <summary>The definition of a loss of the user's own: nothing is known of it but how to call it.</summary>
internal sealed class OwnLoss(OwnLossModel model) : LossDefinition
{
    /// <summary>The definition of the user's own loss, or where there is none of a named one.</summary>
    public static LossDefinition Or(OwnLossModel? own, GanLoss named) =>
        own is null ? LossDefinition.Of(named) : new OwnLoss(own);

    public override GanLoss? Loss => null;

    public override string Name => model.Name;

    public override IReadOnlyList<string> DiscriminatorSummary(LabelSmoothingAttribute? smoothing) =>
        [$"What D minimises: {DiscriminatorFormula}."];

    public override string DiscriminatorFormula => $"<c>{model.NameInText}.Discriminator</c> of the logits of both";

    public override string DiscriminatorRange => "(-∞, ∞)";

    public override double? LeastDiscriminatorLoss => null;

    public override IReadOnlyList<string> GeneratorSummary => [$"What G minimises: {GeneratorFormula}."];

    public override string GeneratorFormula =>
        $"<c>{model.NameInText}.Generator</c> of the logits of {(GeneratorSeesReal ? "both" : "generated examples")}";

    public override string GeneratorRange => "(-∞, ∞)";

    public override bool GeneratorSeesReal => model.GeneratorSeesReal;

    public override string DiscriminatorExpression(
        string realLogits,
        string fakeLogits,
        LabelSmoothingAttribute? smoothing
    ) => Checked("Discriminator", $"{realLogits}, {fakeLogits}", fakeLogits);

    public override string GeneratorExpression(string realLogits, string fakeLogits) =>
        Checked("Generator", GeneratorSeesReal ? $"{realLogits}, {fakeLogits}" : fakeLogits, fakeLogits);

    private string Checked(string function, string logits, string fakeLogits) =>
        $"OwnLosses.Checked({model.Type}.{function}({logits}), {fakeLogits}, {CodeText.Of($"{model.Name}.{function}")})";
}
