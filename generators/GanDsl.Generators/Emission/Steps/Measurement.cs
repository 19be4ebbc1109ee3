namespace GanDsl.Generators.Emission;

/// <summary>A number that a training step measures: its name and the expression for it, a scalar on the device.</summary>
internal sealed record Measurement(string Name, string Expression);
