namespace GanDsl;

/// <summary>-E[log D(G(z))]: the non-saturating loss of Goodfellow et al. 2014, section 3.</summary>
internal sealed class NonSaturatingLoss : MinimaxLoss
{
    public override GanLoss? Loss => GanLoss.NonSaturating;

    public override string Name => "non-saturating";

    public override string GeneratorFormula => "E[softplus(-s(G(z)))]";

    public override string GeneratorRange => "[0, ∞)";

    protected override string Formula => "-E[log D(G(z))]";

    protected override string Remark => "The gradient stays strong where the discriminator is sure of itself.";

    public override string GeneratorExpression(string realLogits, string fakeLogits) =>
        $"-functional.logsigmoid({fakeLogits}).mean()";
}
