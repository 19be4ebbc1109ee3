namespace GanDsl;

/// <summary>Least squares with the labels 1 and 0: Mao et al. 2017, equation 9.</summary>
internal sealed class LeastSquaresLoss : AdditiveLoss
{
    public override GanLoss? Loss => GanLoss.LeastSquares;

    public override string Name => "least-squares";

    public override string DiscriminatorFormula => "E[(s(x) - 1)²] / 2 + E[s(G(z))²] / 2";

    public override string DiscriminatorRange => "[0, ∞)";

    public override IReadOnlyList<string> GeneratorSummary =>
        [
            $"What G minimises (Mao et al. 2017): {GeneratorFormula}, range [0, ∞); 1/8 where D cannot tell.",
            "A fake pulls as strongly as its score is far from that of real examples.",
        ];

    public override string GeneratorFormula => "E[(s(G(z)) - 1)²] / 2";

    public override string GeneratorRange => "[0, ∞)";

    public override bool HasRealLabel => true;

    public override bool AppliesSigmoid => false;

    public override IReadOnlyList<string> DiscriminatorSummary(LabelSmoothingAttribute? smoothing) =>
        smoothing is null
            ?
            [
                "What D minimises, the squared distance of its scores from real = 1 and fake = 0 (Mao et al. 2017):",
                $"{DiscriminatorFormula}, range [0, ∞); 1/4 where D cannot tell.",
            ]
            :
            [
                "What D minimises, the squared distance of its scores from their labels (Mao et al. 2017), one-sidedly smoothed to",
                $"real = {smoothing.RealLabelText} and fake = 0: E[(s(x) - {smoothing.RealLabelText})²] / 2 + E[s(G(z))²] / 2, range [0, ∞).",
            ];

    public override string RealExpression(string realLogits, LabelSmoothingAttribute? smoothing) =>
        $"{realLogits}.Minus({smoothing?.RealLabelText ?? "1"}).Square().mean().DividedBy(2)";

    public override string FakeExpression(string fakeLogits) => $"{fakeLogits}.Square().mean().DividedBy(2)";

    public override string GeneratorExpression(string realLogits, string fakeLogits) =>
        $"{fakeLogits}.Minus(1).Square().mean().DividedBy(2)";
}
