namespace GanDsl.Fuzzing.Differential;

/// <summary>What a run of the differential fuzzer found.</summary>
/// <param name="Cases">How many declarations were tried.</param>
/// <param name="Accepted">How many of them the build accepts.</param>
/// <param name="Rules">How many declarations each rule refused, by its id.</param>
/// <param name="Disagreements">Where engine and build disagree.</param>
public sealed record FuzzReport(
    int Cases,
    int Accepted,
    IReadOnlyDictionary<string, int> Rules,
    IReadOnlyList<Disagreement> Disagreements
)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Cases} cases: {Accepted} accepted, {Cases - Accepted} refused "
        + $"({string.Join(", ", Rules.Select(rule => $"{rule.Key}: {rule.Value}"))}), {Disagreements.Count} disagreements";
}
