namespace GanDsl.Fuzzing.Processes;

/// <summary>Tries cases by their numbers, and says before each what it is about to do: what comes next may end the process.</summary>
internal interface ICaseRunner
{
    /// <summary>Tries some cases.</summary>
    /// <param name="numbers">Their numbers, in ascending order.</param>
    /// <param name="begin">Takes a case before it is tried; what is done to all of them together comes before or between.</param>
    /// <returns>What became of each, in any order.</returns>
    IEnumerable<CaseResult> Run(IReadOnlyList<int> numbers, Action<CaseText?> begin);
}
