namespace GanDsl;

/// <summary>
/// A term that is added to the discriminator loss: a penalty on the gradient of D's logit with respect to its input, per example.
/// docs/contributing/adding-a-loss.md shows how to add one.
/// </summary>
public abstract class PenaltyAttribute : RegularizerAttribute
{
    private protected PenaltyAttribute(double weight) => Weight = weight;

    /// <summary>How strong the penalty is, above 0.</summary>
    public double Weight { get; }

    /// <summary>
    /// Lazy regularisation (Karras et al. 2020): the penalty is computed in every n-th discriminator step, n times as strong, which
    /// costs less and is the same on average. Default: 1, every step.
    /// </summary>
    public int Every { get; set; } = 1;

    /// <summary>What the step record calls it, and the method that computes it.</summary>
    internal virtual string Name => Kind.EndsWith("Penalty", StringComparison.Ordinal) ? Kind : Kind + "Penalty";

    /// <summary>What the constructor's parameter is called.</summary>
    internal virtual string WeightName => "weight";

    /// <summary>The formula with the weight as declared, such as <c>10·E[(‖∇s(x̂)‖ - 1)²]</c>.</summary>
    internal abstract string Formula { get; }

    /// <summary>What the penalty is and where it comes from: lines of documentation.</summary>
    internal abstract IReadOnlyList<string> Summary { get; }

    /// <summary>Whether it looks at real examples.</summary>
    internal virtual bool UsesReal => true;

    /// <summary>Whether it looks at generated examples.</summary>
    internal virtual bool UsesFakes => false;

    /// <summary>Whether it needs random numbers.</summary>
    internal virtual bool DrawsNoise => false;

    /// <summary>The statements that compute where the gradients are taken from <c>real</c> and <c>fakes</c>.</summary>
    /// <param name="rank">The number of dimensions of a batch.</param>
    internal virtual IReadOnlyList<string> Points(int rank) => [];

    /// <summary>The variable that holds where the gradients are taken.</summary>
    internal virtual string Place => "points";

    /// <summary>The expression for the penalty from <c>gradients</c> [N, values of an example].</summary>
    internal abstract string Expression { get; }

    /// <summary>The weight as source text.</summary>
    private protected string WeightText => CodeText.Of(Weight);

    /// <summary>Half the weight as source text.</summary>
    private protected string HalfWeightText => CodeText.Of(Weight / 2);

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [.. ArgumentCheck.Positive(WeightName, Weight), .. ArgumentCheck.AtLeast(1, nameof(Every), Every)];
}
