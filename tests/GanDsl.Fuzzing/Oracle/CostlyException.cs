namespace GanDsl.Fuzzing.Oracle;

/// <summary>A declaration would take too long or too much memory to be tried.</summary>
internal sealed class CostlyException : Exception;
