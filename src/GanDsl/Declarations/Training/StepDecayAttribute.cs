namespace GanDsl;

/// <summary>The learning rate falls in steps: the factor is multiplied once in so many training steps. PyTorch: <c>StepLR</c>.</summary>
/// <param name="every">The training steps between two falls, at least 1.</param>
/// <param name="factor">What each fall leaves, above 0 and at most 1. Default: 0.1.</param>
public sealed class StepDecayAttribute(int every, double factor = 0.1) : ScheduleAttribute
{
    /// <summary>The training steps between two falls.</summary>
    public int Every { get; } = every;

    /// <summary>What each fall leaves.</summary>
    public double FactorOfEach { get; } = factor;

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, "every", Every),
            .. FactorOfEach is > 0 and <= 1
                ? (IEnumerable<LayerProblem>)[]
                : [LayerProblem.InvalidArgument("factor", FactorOfEach, "above 0 and at most 1")],
        ];

    internal override string Factor(string step) =>
        $"Schedules.StepDecay({step}, {CodeText.Of(Every)}, {CodeText.Of(FactorOfEach)})";
}
