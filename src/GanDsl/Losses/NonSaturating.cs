namespace GanDsl;

/// <summary>-E[log D(G(z))]: the non-saturating loss of Goodfellow et al. 2014, section 3.</summary>
internal sealed class NonSaturatingLoss : LossDefinition
{
    public override GanLoss Loss => GanLoss.NonSaturating;

    public override string Name => "non-saturating";

    public override string GeneratorFormula => "-E[log D(G(z))]";

    public override string GeneratorLogitFormula => "E[softplus(-s(G(z)))]";

    public override string GeneratorRange => "[0, ∞)";

    public override string Remark => "The gradient stays strong where the discriminator is sure of itself.";

    public override string GeneratorExpression(string fakeLogits) => $"-functional.logsigmoid({fakeLogits}).mean()";
}
