using GanDsl.Fuzzing.Processes;

namespace GanDsl.Fuzzing.Mutation;

/// <summary>What a run of the mutation fuzzer found.</summary>
/// <param name="Mutants">How many texts were tried.</param>
/// <param name="Findings">Each text that something does not hold for, with what it is.</param>
/// <param name="Aborts">What ended the process that tried it.</param>
public sealed record MutationReport(int Mutants, IReadOnlyList<string> Findings, IReadOnlyList<Abort> Aborts)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsClean => Findings.Count + Aborts.Count == 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Mutants} mutants: {Findings.Count} findings, {Aborts.Count} aborts";
}
