namespace GanDsl;

/// <summary>The R1 penalty: gamma / 2·E[‖∇s(x)‖²] at real examples. Paper: Mescheder et al. 2018.</summary>
/// <param name="gamma">γ, above 0. Default: 10.</param>
public sealed class R1Attribute(double gamma = 10) : PenaltyAttribute(gamma)
{
    internal override string WeightName => "gamma";

    internal override string Formula => $"{WeightText} / 2·E[‖∇s(x)‖²]";

    internal override IReadOnlyList<string> Summary =>
        [$"The R1 penalty (Mescheder et al. 2018): {Formula} at real examples."];

    internal override string Place => "real";

    internal override string Expression => $"gradients.Square().sum(1).mean().Times({HalfWeightText})";
}
