namespace GanDsl;

/// <summary>
/// Another k in the first training steps, and in some later ones: a critic that starts well ahead, and is brought up to date now and then.
/// In all other steps k is that of the options. Paper: Arjovsky et al. 2017, whose published code makes 100 critic steps in each of the first
/// 25 training steps and in every 500th, else 5.
/// </summary>
/// <param name="steps">k in these training steps, at least 1.</param>
/// <param name="first">How many training steps from the first one on, at least 1.</param>
public sealed class DiscriminatorStepsAttribute(int steps, int first) : TrainingAttribute
{
    /// <summary>k in these training steps.</summary>
    public int Steps { get; } = steps;

    /// <summary>How many training steps from the first one on.</summary>
    public int First { get; } = first;

    /// <summary>After how many training steps one of them comes again; 0 for never. Default: 0.</summary>
    public int Every { get; set; }

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, "steps", Steps),
            .. ArgumentCheck.AtLeast(1, "first", First),
            .. ArgumentCheck.AtLeast(0, nameof(Every), Every),
        ];
}
