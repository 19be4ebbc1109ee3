namespace GanDsl;

/// <summary>
/// The learning rate falls along half a cosine: the factor after t training steps is
/// final + (1 - final)·(1 + cos(π·t / steps)) / 2, and <see cref="Final"/> from then on. Paper: Loshchilov and Hutter 2017, without restarts.
/// PyTorch: <c>CosineAnnealingLR</c>.
/// </summary>
/// <param name="steps">The training steps until the end of the cosine, at least 1.</param>
public sealed class CosineDecayAttribute(int steps) : ScheduleAttribute
{
    /// <summary>The training steps until the end of the cosine.</summary>
    public int Steps { get; } = steps;

    /// <summary>The factor at the end, in [0, 1]. Default: 0.</summary>
    public double Final { get; set; }

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [.. ArgumentCheck.AtLeast(1, "steps", Steps), .. ArgumentCheck.Probability(nameof(Final), Final)];

    internal override string Factor(string step) =>
        new CallText("Schedules.CosineDecay").Add(step).Add(Steps).AddUnless(0.0, "final", Final).ToString();
}
