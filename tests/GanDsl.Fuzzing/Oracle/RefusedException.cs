namespace GanDsl.Fuzzing.Oracle;

/// <summary>The oracle, not the engine, says that a declaration does not work.</summary>
internal sealed class RefusedException(string reason) : Exception(reason);
