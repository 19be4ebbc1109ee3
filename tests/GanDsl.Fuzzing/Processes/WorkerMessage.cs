namespace GanDsl.Fuzzing.Processes;

/// <summary>A line that a worker writes; each has one of these, or none when it begins with what is done to all its cases together.</summary>
/// <param name="Begun">The case that it begins with.</param>
/// <param name="Result">What became of a case.</param>
/// <param name="IsReady">Whether it waits for cases: once it has started, and when it is done with those it was given.</param>
internal sealed record WorkerMessage(CaseText? Begun = null, CaseResult? Result = null, bool IsReady = false);
