namespace GanDsl.Fuzzing.Oracle;

/// <summary>Numbers of a training on the engine are not finite.</summary>
internal sealed class DivergedException(string reason) : Exception(reason);
