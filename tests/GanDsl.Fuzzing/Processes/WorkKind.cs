namespace GanDsl.Fuzzing.Processes;

/// <summary>What a worker does to the cases that it is given.</summary>
public enum WorkKind
{
    /// <summary>Asks engine and build about random declarations.</summary>
    Declarations,

    /// <summary>Finds the smallest declarations on which they disagree in the same way.</summary>
    Shrinking,

    /// <summary>Runs generator and analyzer on mutilated texts.</summary>
    Mutants,

    /// <summary>Ends or hangs at certain numbers, to test what watches over workers.</summary>
    Rehearsal,
}
