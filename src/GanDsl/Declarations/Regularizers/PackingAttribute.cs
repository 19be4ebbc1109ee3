namespace GanDsl;

/// <summary>
/// D judges several examples at once, so that a generator that repeats itself is found out: D's input is <c>examples</c> examples side
/// by side along the channels, <c>[N / examples, examples·C, …]</c>. Paper: Lin et al. 2018 (PacGAN).
/// </summary>
/// <param name="examples">How many D judges at once, m in the paper; at least 1 and a divisor of the batch size. Default: 2.</param>
public sealed class PackingAttribute(int examples = 2) : RegularizerAttribute
{
    /// <summary>How many examples D judges at once.</summary>
    public int Examples { get; } = examples;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.AtLeast(1, "examples", Examples);
}
