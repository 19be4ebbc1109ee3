namespace GanDsl;

/// <summary>The dual form of the Wasserstein-1 distance: Arjovsky et al. 2017, algorithm 1.</summary>
internal sealed class WassersteinLoss : AdditiveLoss
{
    public override GanLoss? Loss => GanLoss.Wasserstein;

    public override string Name => "Wasserstein";

    public override string DiscriminatorFormula => "E[s(G(z))] - E[s(x)]";

    public override string DiscriminatorRange => "(-∞, ∞)";

    public override double? LeastDiscriminatorLoss => null;

    public override IReadOnlyList<string> GeneratorSummary =>
        [
            $"What G minimises (Arjovsky et al. 2017): {GeneratorFormula}, range (-∞, ∞).",
            "Its value says nothing by itself: a critic may add any constant to its scores.",
        ];

    public override string GeneratorFormula => "-E[s(G(z))]";

    public override string GeneratorRange => "(-∞, ∞)";

    public override bool AppliesSigmoid => false;

    public override (string Name, string Summary)? NegativeDiscriminatorLoss =>
        (
            "WassersteinEstimate",
            "The estimate E[s(x)] - E[s(G(z))] of the Wasserstein-1 distance between data and generator, times the Lipschitz constant of D."
        );

    public override IReadOnlyList<string> DiscriminatorSummary(LabelSmoothingAttribute? smoothing) =>
        [
            $"What the critic D minimises (Arjovsky et al. 2017): {DiscriminatorFormula}, range (-∞, ∞). Its negative estimates the",
            "Wasserstein-1 distance between data and generator, times the Lipschitz constant of the critic; 0 where D cannot tell.",
        ];

    public override string RealExpression(string realLogits, LabelSmoothingAttribute? smoothing) =>
        $"-{realLogits}.mean()";

    public override string FakeExpression(string fakeLogits) => $"{fakeLogits}.mean()";

    public override string MarginExpression(string margins, LabelSmoothingAttribute? smoothing) =>
        $"{margins}.mean().Times(-2)";

    public override string GeneratorExpression(string realLogits, string fakeLogits) => $"-{fakeLogits}.mean()";
}
