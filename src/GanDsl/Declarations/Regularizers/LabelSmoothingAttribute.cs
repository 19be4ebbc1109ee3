namespace GanDsl;

/// <summary>
/// One-sided label smoothing: D learns to say 1 - smoothing of real examples in place of 1, so that it does not become sure of itself;
/// the label of generated examples stays 0. Paper: Salimans et al. 2016, section 3.4.
/// </summary>
/// <param name="smoothing">What is taken off the label of real examples, in [0, 1). Default: 0.1.</param>
public sealed class LabelSmoothingAttribute(double smoothing = 0.1) : RegularizerAttribute
{
    /// <summary>What is taken off the label of real examples.</summary>
    public double Smoothing { get; } = smoothing;

    /// <summary>The label of real examples. In decimal, 1 - 0.1 is 0.9.</summary>
    internal double RealLabel => (double)(1 - (decimal)Smoothing);

    /// <summary>The score of a D that cannot tell: the mean of the labels of real and of generated examples.</summary>
    internal double UndecidedScore => RealLabel / 2;

    internal string RealLabelText => CodeText.Of(RealLabel);

    internal string SmoothingText => CodeText.Of(Smoothing);

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.Fraction("smoothing", Smoothing);
}
