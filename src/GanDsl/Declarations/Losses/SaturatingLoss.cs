namespace GanDsl;

/// <summary>E[log(1 - D(G(z)))]: the generator's side of the min-max game, Goodfellow et al. 2014, equation 1.</summary>
internal sealed class SaturatingLoss : MinimaxLoss
{
    public override GanLoss? Loss => GanLoss.Saturating;

    public override string Name => "saturating";

    public override string GeneratorFormula => "-E[softplus(s(G(z)))]";

    public override string GeneratorRange => "(-∞, 0]";

    protected override string Formula => "E[log(1 - D(G(z)))]";

    protected override string Remark =>
        "The gradient vanishes where the discriminator is sure of itself, as it is early in training.";

    public override string GeneratorExpression(string realLogits, string fakeLogits) =>
        $"functional.logsigmoid(-{fakeLogits}).mean()";
}
