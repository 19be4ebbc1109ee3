namespace GanDsl.Fuzzing.Oracle;

/// <summary>A network as the engine has it.</summary>
/// <param name="Outputs">The sizes after each layer, without N.</param>
/// <param name="ParameterCount">The number of learned values.</param>
internal sealed record MeasuredNetwork(IReadOnlyList<long[]> Outputs, long ParameterCount);
