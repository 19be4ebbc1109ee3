namespace GanDsl;

/// <summary>E[log(1 - D(G(z)))]: the generator's side of the min-max game, Goodfellow et al. 2014, equation 1.</summary>
internal sealed class SaturatingLoss : LossDefinition
{
    public override GanLoss Loss => GanLoss.Saturating;

    public override string Name => "saturating";

    public override string GeneratorFormula => "E[log(1 - D(G(z)))]";

    public override string GeneratorLogitFormula => "-E[softplus(s(G(z)))]";

    public override string GeneratorRange => "(-∞, 0]";

    public override string Remark =>
        "The gradient vanishes where the discriminator is sure of itself, as it is early in training.";

    public override string GeneratorExpression(string fakeLogits) => $"functional.logsigmoid(-{fakeLogits}).mean()";
}
