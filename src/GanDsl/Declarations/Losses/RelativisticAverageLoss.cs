namespace GanDsl;

/// <summary>Cross-entropy on relativistic scores: Jolicoeur-Martineau 2019, the relativistic average standard GAN (RaSGAN).</summary>
internal sealed class RelativisticAverageLoss : LossDefinition
{
    public override GanLoss? Loss => GanLoss.RelativisticAverage;

    public override string Name => "relativistic average";

    public override string DiscriminatorFormula => "E[softplus(-(s(x) - E[s(G(z))]))] + E[softplus(s(G(z)) - E[s(x)])]";

    public override string DiscriminatorRange => "[0, ∞)";

    public override IReadOnlyList<string> GeneratorSummary =>
        ["What G minimises, the same with the roles of real and fake exchanged:", $"{GeneratorFormula}, range [0, ∞)."];

    public override string GeneratorFormula => "E[softplus(-(s(G(z)) - E[s(x)]))] + E[softplus(s(x) - E[s(G(z))])]";

    public override string GeneratorRange => "[0, ∞)";

    public override bool GeneratorSeesReal => true;

    public override IReadOnlyList<string> DiscriminatorSummary(LabelSmoothingAttribute? smoothing) =>
        [
            "What D minimises (Jolicoeur-Martineau 2019), binary cross-entropy on how much more real the real examples look than",
            $"the generated ones do on average: {DiscriminatorFormula},",
            "range [0, ∞); 2 log 2 where D cannot tell.",
        ];

    public override string DiscriminatorExpression(
        string realLogits,
        string fakeLogits,
        LabelSmoothingAttribute? smoothing
    ) => LooksMoreReal(realLogits, fakeLogits);

    public override string GeneratorExpression(string realLogits, string fakeLogits) =>
        LooksMoreReal(fakeLogits, realLogits);

    private static string LooksMoreReal(string some, string others) =>
        $"-functional.logsigmoid({some} - {others}.mean()).mean()\n"
        + $"    - functional.logsigmoid({some}.mean() - {others}).mean()";
}
