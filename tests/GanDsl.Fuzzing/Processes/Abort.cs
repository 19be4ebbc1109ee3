namespace GanDsl.Fuzzing.Processes;

/// <summary>A case that ended the process that tried it, or kept it busy beyond the limit.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Phase">What was done to it.</param>
/// <param name="Ending">How the process ended, with the last it said.</param>
/// <param name="Text">What was tried.</param>
public sealed record Abort(int Number, string Phase, string Ending, string Text);
