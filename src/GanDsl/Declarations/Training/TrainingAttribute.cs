namespace GanDsl;

/// <summary>How training goes beyond loss, update rule and optimiser. docs/guide/training.md shows all of them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class TrainingAttribute : Attribute
{
    private protected TrainingAttribute() { }

    /// <summary>The name that the user types, such as <c>GradientPenalty</c>.</summary>
    internal string Kind => AttributeKind.Of(this);

    /// <summary>Whether it can stand on a network as well, for that one alone.</summary>
    internal virtual bool IsPerNetwork => false;

    /// <summary>What is wrong with the arguments.</summary>
    internal virtual IEnumerable<LayerProblem> ArgumentProblems() => [];
}
