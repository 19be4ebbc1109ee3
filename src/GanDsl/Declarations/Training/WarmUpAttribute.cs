namespace GanDsl;

/// <summary>
/// The learning rate grows linearly: step t of the first <paramref name="steps"/>, counted from 1, has the factor t / steps. Paper: Goyal et
/// al. 2017. PyTorch: <c>LinearLR</c>, which begins at another factor.
/// </summary>
/// <param name="steps">The training steps until the factor is 1, at least 1.</param>
public sealed class WarmUpAttribute(int steps) : ScheduleAttribute
{
    /// <summary>The training steps until the factor is 1.</summary>
    public int Steps { get; } = steps;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.AtLeast(1, "steps", Steps);

    internal override string Factor(string step) => $"Schedules.WarmUp({step}, {CodeText.Of(Steps)})";
}
