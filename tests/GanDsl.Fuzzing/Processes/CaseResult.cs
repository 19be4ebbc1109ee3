namespace GanDsl.Fuzzing.Processes;

/// <summary>What became of a case.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Text">What was tried.</param>
/// <param name="Finding">What is wrong; null where nothing is.</param>
/// <param name="IsAccepted">Whether the build accepts it.</param>
/// <param name="Rules">The ids of the rules that refuse it.</param>
public sealed record CaseResult(int Number, string Text, string? Finding, bool IsAccepted, IReadOnlyList<string> Rules);
