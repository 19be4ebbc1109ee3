namespace GanDsl;

/// <summary>The R2 penalty: gamma / 2·E[‖∇s(G(z))‖²] at generated examples. Paper: Mescheder et al. 2018.</summary>
/// <param name="gamma">γ, above 0. Default: 10.</param>
public sealed class R2Attribute(double gamma = 10) : PenaltyAttribute(gamma)
{
    internal override string WeightName => "gamma";

    internal override string Formula => $"{WeightText} / 2·E[‖∇s(G(z))‖²]";

    internal override IReadOnlyList<string> Summary =>
        [$"The R2 penalty (Mescheder et al. 2018): {Formula} at generated examples."];

    internal override bool UsesReal => false;

    internal override bool UsesFakes => true;

    internal override string Place => "fakes";

    internal override string Expression => $"gradients.Square().sum(1).mean().Times({HalfWeightText})";
}
