namespace GanDsl.Training;

/// <summary>A number that a training step measured.</summary>
/// <param name="Name">The property of the step, such as <c>GeneratorLoss</c>.</param>
/// <param name="Value">The number.</param>
public readonly record struct Measurement(string Name, float Value);
