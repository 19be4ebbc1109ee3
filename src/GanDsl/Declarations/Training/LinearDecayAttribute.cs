namespace GanDsl;

/// <summary>
/// The learning rate falls linearly from one training step to another, as in CycleGAN (Zhu et al. 2017): the factor is 1 until
/// <paramref name="start"/> and <see cref="Final"/> from <paramref name="end"/> on.
/// </summary>
/// <param name="start">The training step where it begins to fall, at least 0.</param>
/// <param name="end">The training step where it ends, above <paramref name="start"/>.</param>
public sealed class LinearDecayAttribute(int start, int end) : ScheduleAttribute
{
    /// <summary>The training step where the factor begins to fall.</summary>
    public int Start { get; } = start;

    /// <summary>The training step where it ends.</summary>
    public int End { get; } = end;

    /// <summary>The factor at the end, in [0, 1]. Default: 0.</summary>
    public double Final { get; set; }

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(0, "start", Start),
            .. Start is >= 0 and < int.MaxValue ? ArgumentCheck.AtLeast(Start + 1, "end", End) : [],
            .. ArgumentCheck.Probability(nameof(Final), Final),
        ];

    internal override string Factor(string step) =>
        new CallText("Schedules.LinearDecay").Add(step).Add(Start).Add(End).AddUnless(0.0, "final", Final).ToString();
}
