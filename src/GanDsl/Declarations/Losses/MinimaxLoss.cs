namespace GanDsl;

/// <summary>
/// The losses of the min-max game, Goodfellow et al. 2014: D minimises binary cross-entropy. logsigmoid is exact far into both tails,
/// where log(sigmoid(s)) is not.
/// </summary>
internal abstract class MinimaxLoss : AdditiveLoss
{
    public sealed override string DiscriminatorFormula => "E[softplus(-s(x))] + E[softplus(s(G(z)))]";

    public sealed override string DiscriminatorRange => "[0, ∞)";

    public sealed override bool IsMinimax => true;

    public sealed override bool HasRealLabel => true;

    public sealed override string ScoreSymbol => "D";

    public sealed override string ScoreRange => "in [0, 1]";

    public sealed override string ScoreExpression(string logits) => $"{logits}.sigmoid().mean()";

    /// <summary>What G minimises, in the words of the paper.</summary>
    protected abstract string Formula { get; }

    /// <summary>What to know before choosing it.</summary>
    protected abstract string Remark { get; }

    public sealed override IReadOnlyList<string> DiscriminatorSummary(LabelSmoothingAttribute? smoothing) =>
        smoothing is null
            ?
            [
                "What D minimises, binary cross-entropy with real = 1 and fake = 0:",
                "-E[log D(x)] - E[log(1 - D(G(z)))] = E[softplus(-s(x))] + E[softplus(s(G(z)))], range [0, ∞);",
                "2 log 2 where D cannot tell.",
            ]
            :
            [
                $"What D minimises, binary cross-entropy with real = {smoothing.RealLabelText} and fake = 0 (one-sided label smoothing,",
                "Salimans et al. 2016):",
                $"-{smoothing.RealLabelText}·E[log D(x)] - {smoothing.SmoothingText}·E[log(1 - D(x))] - E[log(1 - D(G(z)))].",
            ];

    public sealed override IReadOnlyList<string> GeneratorSummary =>
        [$"What G minimises, the {Name} loss: {Formula} = {GeneratorFormula},", $"range {GeneratorRange}. {Remark}"];

    /// <summary>The bits of the sum of both parts, in an operation less forth and back.</summary>
    public sealed override string DiscriminatorExpression(
        string realLogits,
        string fakeLogits,
        LabelSmoothingAttribute? smoothing
    ) =>
        smoothing is null
            ? $"-functional.logsigmoid({realLogits}).mean()\n    .Plus(functional.logsigmoid(-{fakeLogits}).mean())"
            : base.DiscriminatorExpression(realLogits, fakeLogits, smoothing);

    public sealed override string RealExpression(string realLogits, LabelSmoothingAttribute? smoothing) =>
        smoothing is null
            ? $"-functional.logsigmoid({realLogits}).mean()"
            : $"-functional.logsigmoid({realLogits}).mean().Times({smoothing.RealLabelText})\n"
                + $"    - functional.logsigmoid(-{realLogits}).mean().Times({smoothing.SmoothingText})";

    public sealed override string FakeExpression(string fakeLogits) => $"-functional.logsigmoid(-{fakeLogits}).mean()";

    public sealed override string? MarginExpression(string margins, LabelSmoothingAttribute? smoothing) =>
        smoothing is null ? $"functional.logsigmoid({margins}).mean().Times(-2)" : null;
}
