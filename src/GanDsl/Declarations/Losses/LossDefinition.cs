namespace GanDsl;

/// <summary>
/// A loss: a pair of pure functions of the discriminator's logits, as formulas for people and as expressions for the emitted code.
/// Both are means over the minibatch. docs/contributing/adding-a-loss.md shows how to add one.
/// </summary>
internal abstract class LossDefinition
{
    /// <summary>The value of the enumeration that names this loss; null of one of the user's own.</summary>
    public abstract GanLoss? Loss { get; }

    /// <summary>What it is called in prose.</summary>
    public abstract string Name { get; }

    /// <summary>The documentation of what D minimises: one or more lines of text.</summary>
    public abstract IReadOnlyList<string> DiscriminatorSummary(LabelSmoothingAttribute? smoothing);

    /// <summary>What D minimises, in one line.</summary>
    public abstract string DiscriminatorFormula { get; }

    /// <summary>The values that the discriminator loss can take.</summary>
    public abstract string DiscriminatorRange { get; }

    /// <summary>
    /// What the discriminator loss never goes below, and comes close to where D tells all apart, but for a cross-entropy with a smoothed label; null
    /// where there is none, or none is known.
    /// </summary>
    public virtual double? LeastDiscriminatorLoss => 0;

    /// <summary>
    /// The score of a D that cannot tell real from generated examples, which is the mean of its labels for both; null where D has no labels, so that
    /// any score may be that of one.
    /// </summary>
    public double? UndecidedScore(LabelSmoothingAttribute? smoothing) =>
        HasRealLabel ? smoothing?.UndecidedScore ?? 0.5 : null;

    /// <summary>The documentation of what G minimises: one or more lines of text.</summary>
    public abstract IReadOnlyList<string> GeneratorSummary { get; }

    /// <summary>What G minimises, in one line.</summary>
    public abstract string GeneratorFormula { get; }

    /// <summary>The values that the generator loss can take.</summary>
    public abstract string GeneratorRange { get; }

    /// <summary>Whether the loss is one of the min-max game of Goodfellow et al. 2014, where D(·) = sigmoid(s(·)) is a probability.</summary>
    public virtual bool IsMinimax => false;

    /// <summary>Whether the loss applies the sigmoid to D's answer itself: another one in D would narrow what D can say.</summary>
    public virtual bool AppliesSigmoid => true;

    /// <summary>What the negative discriminator loss is, as a property of a step's record; null where it is nothing with a name.</summary>
    public virtual (string Name, string Summary)? NegativeDiscriminatorLoss => null;

    /// <summary>Whether D has a target for real examples, which label smoothing lowers.</summary>
    public virtual bool HasRealLabel => false;

    /// <summary>Whether the generator loss compares with the logits of real examples.</summary>
    public virtual bool GeneratorSeesReal => false;

    /// <summary>What <c>RealScore</c> and <c>FakeScore</c> of a step are the mean of.</summary>
    public virtual string ScoreSymbol => "s";

    /// <summary>The values of these scores, as the end of a sentence.</summary>
    public virtual string ScoreRange => "any real number";

    /// <summary>The expression for the discriminator loss, a scalar tensor.</summary>
    public abstract string DiscriminatorExpression(
        string realLogits,
        string fakeLogits,
        LabelSmoothingAttribute? smoothing
    );

    /// <summary>The expression for the generator loss, a scalar tensor.</summary>
    public abstract string GeneratorExpression(string realLogits, string fakeLogits);

    /// <summary>The expression for the mean score of logits.</summary>
    public virtual string ScoreExpression(string logits) => $"{logits}.mean()";

    /// <summary>The definition of a loss.</summary>
    public static LossDefinition Of(GanLoss loss) => Catalog.Single(definition => definition.Loss == loss);

    /// <summary>Every loss there is. A list and no search by reflection, which trimming would leave empty.</summary>
    public static IReadOnlyList<LossDefinition> Catalog { get; } =
    [
        new HingeLoss(),
        new LeastSquaresLoss(),
        new NonSaturatingLoss(),
        new RelativisticAverageLoss(),
        new SaturatingLoss(),
        new WassersteinLoss(),
    ];
}
