using GanDsl.Fuzzing.Processes;

namespace GanDsl.Fuzzing.Differential;

/// <summary>What a run of the differential fuzzer found.</summary>
/// <param name="Cases">How many declarations were tried.</param>
/// <param name="Accepted">How many of them the build accepts.</param>
/// <param name="Rules">How many declarations each rule refused, by its id.</param>
/// <param name="Disagreements">Where engine and build disagree.</param>
/// <param name="Aborts">What ended the process that tried it.</param>
public sealed record FuzzReport(
    int Cases,
    int Accepted,
    IReadOnlyDictionary<string, int> Rules,
    IReadOnlyList<Disagreement> Disagreements,
    IReadOnlyList<Abort> Aborts
)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsClean => Disagreements.Count + Aborts.Count == 0;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Concat(Disagreements.Select(disagreement => $"{disagreement}\n"))
        + $"{Cases} cases: {Accepted} accepted, {Cases - Accepted - Aborts.Count} refused "
        + $"({string.Join(", ", Rules.Select(rule => $"{rule.Key}: {rule.Value}"))}), "
        + $"{Disagreements.Count} disagreements, {Aborts.Count} aborts";
}
