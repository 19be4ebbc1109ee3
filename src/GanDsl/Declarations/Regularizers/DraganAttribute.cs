namespace GanDsl;

/// <summary>
/// The gradient penalty of DRAGAN: weight·E[(‖∇s(x + δ)‖ - 1)²] around real examples only, with δ drawn evenly from [0, σ / 2), σ the
/// standard deviation of the minibatch, times a share of its own for each example. Paper: Kodali et al. 2017, and the authors' code.
/// </summary>
/// <param name="weight">λ, above 0. Default: 10.</param>
public sealed class DraganAttribute(double weight = 10) : PenaltyAttribute(weight)
{
    internal override string Formula => $"{WeightText}·E[(‖∇s(x + δ)‖ - 1)²]";

    internal override IReadOnlyList<string> Summary =>
        [
            $"The gradient penalty of DRAGAN (Kodali et al. 2017): {Formula}, around real examples: δ is drawn from",
            "[0, σ / 2), σ the standard deviation of the minibatch, times a share of its own for each example.",
        ];

    internal override bool DrawsNoise => true;

    internal override IReadOnlyList<string> Points(int rank) =>
        [
            $"var share = penaltyNoise.Draw({string.Join(", ", Enumerable.Repeat("1", rank - 1).Prepend("real.shape[0]"))});",
            "var points = real.Plus(share.Times(0.5) * real.std(false) * penaltyNoise.Draw(real.shape));",
        ];

    internal override string Expression => $"gradients.norm(1).Minus(1).Square().mean().Times({WeightText})";
}
