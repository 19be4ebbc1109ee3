namespace GanDsl.Tests.Runs;

/// <summary>An event as it was read back.</summary>
internal sealed record RecordedEvent(
    double WallTime,
    long Step,
    string? Version,
    ulong? Session,
    IReadOnlyList<RecordedValue> Values
);
