namespace GanDsl.Endurance.Files;

/// <summary>What came of reading damaged files.</summary>
/// <param name="Cases">How many were read.</param>
/// <param name="Accepted">How many of them were accepted.</param>
/// <param name="MostAllocated">The most managed memory that reading one took, in bytes.</param>
/// <param name="Memory">A line for each huge file with the memory that reading it took.</param>
/// <param name="Failures">A line for each thing that went wrong.</param>
public sealed record FuzzReport(
    int Cases,
    int Accepted,
    long MostAllocated,
    IReadOnlyList<string> Memory,
    IReadOnlyList<string> Failures
)
{
    public override string ToString() =>
        string.Join(
            '\n',
            [
                .. Memory,
                .. Failures,
                $"{Cases} damaged files: {Cases - Accepted - Failures.Count} refused, {Accepted} accepted, {Failures.Count} failures; at most "
                    + $"{MostAllocated} bytes of managed memory for one",
            ]
        );
}
