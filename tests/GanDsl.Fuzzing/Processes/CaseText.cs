namespace GanDsl.Fuzzing.Processes;

/// <summary>A case under way.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Phase">What is done to it.</param>
/// <param name="Text">What is tried, so that it can be reported if it is the last thing that the process does.</param>
internal sealed record CaseText(int Number, string Phase, string Text);
