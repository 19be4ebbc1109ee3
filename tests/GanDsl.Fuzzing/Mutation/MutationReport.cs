namespace GanDsl.Fuzzing.Mutation;

/// <summary>What a run of the mutation fuzzer found.</summary>
/// <param name="Mutants">How many texts were tried.</param>
/// <param name="Findings">Each text that something does not hold for, with what it is.</param>
public sealed record MutationReport(int Mutants, IReadOnlyList<string> Findings)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Mutants} mutants: {Findings.Count} findings";
}
