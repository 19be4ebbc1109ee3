namespace GanDsl.Fuzzing.Oracle;

/// <summary>There is no opinion on a declaration: it would take too long or too much memory to be tried, or chance decides whether it trains.</summary>
internal sealed class UndecidedException : Exception;
