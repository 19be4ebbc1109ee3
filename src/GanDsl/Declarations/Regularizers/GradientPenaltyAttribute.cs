namespace GanDsl;

/// <summary>
/// The gradient penalty of WGAN-GP: weight·E[(‖∇s(x̂)‖ - 1)²], with the norm of each example by itself and each x̂ drawn evenly from
/// the line between a real and a generated example. Paper: Gulrajani et al. 2017.
/// </summary>
/// <param name="weight">λ, above 0. Default: 10.</param>
public sealed class GradientPenaltyAttribute(double weight = 10) : PenaltyAttribute(weight)
{
    internal override string Formula => $"{WeightText}·E[(‖∇s(x̂)‖ - 1)²]";

    internal override IReadOnlyList<string> Summary =>
        [
            $"The gradient penalty of WGAN-GP (Gulrajani et al. 2017): {Formula}, where each x̂ lies on the line between a",
            "real and a generated example, at a place of its own.",
        ];

    internal override bool UsesFakes => true;

    internal override bool DrawsNoise => true;

    internal override IReadOnlyList<string> Points(int rank) =>
        [
            $"var mix = penaltyNoise.Draw({string.Join(", ", Enumerable.Repeat("1", rank - 1).Prepend("real.shape[0]"))});",
            "var points = (mix * real).Plus(mix.SubtractFrom(1) * fakes);",
        ];

    internal override string Expression => $"gradients.norm(1).Minus(1).Square().mean().Times({WeightText})";
}
