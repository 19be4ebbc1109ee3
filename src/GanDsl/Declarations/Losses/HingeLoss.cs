namespace GanDsl;

/// <summary>The hinge loss of support vector machines, for GANs: Lim and Ye 2017; Miyato et al. 2018, equation 16.</summary>
internal sealed class HingeLoss : AdditiveLoss
{
    public override GanLoss? Loss => GanLoss.Hinge;

    public override string Name => "hinge";

    public override string DiscriminatorFormula => "E[max(0, 1 - s(x))] + E[max(0, 1 + s(G(z)))]";

    public override string DiscriminatorRange => "[0, ∞)";

    public override IReadOnlyList<string> GeneratorSummary =>
        [
            $"What G minimises (Lim and Ye 2017): {GeneratorFormula}, range (-∞, ∞).",
            "Its value says little by itself: it follows the scores, which D moves as well.",
        ];

    public override string GeneratorFormula => "-E[s(G(z))]";

    public override string GeneratorRange => "(-∞, ∞)";

    public override bool AppliesSigmoid => false;

    public override IReadOnlyList<string> DiscriminatorSummary(LabelSmoothingAttribute? smoothing) =>
        [
            $"What D minimises (Lim and Ye 2017): {DiscriminatorFormula}, range [0, ∞);",
            "2 where D cannot tell. Examples beyond the margin, s(x) above 1 and s(G(z)) below -1, have no gradient.",
        ];

    public override string RealExpression(string realLogits, LabelSmoothingAttribute? smoothing) =>
        $"{realLogits}.SubtractFrom(1).relu().mean()";

    public override string FakeExpression(string fakeLogits) => $"{fakeLogits}.Plus(1).relu().mean()";

    public override string MarginExpression(string margins, LabelSmoothingAttribute? smoothing) =>
        $"{margins}.SubtractFrom(1).relu().mean().Times(2)";

    public override string GeneratorExpression(string realLogits, string fakeLogits) => $"-{fakeLogits}.mean()";
}
