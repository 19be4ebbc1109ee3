namespace GanDsl.Generators.Models;

/// <summary>A layer or a block in Python.</summary>
/// <param name="Construction">The expression that creates its module; null where it has none, and for a block.</param>
/// <param name="Forward">The expression that applies it to its input.</param>
/// <param name="Definitions">What it calls and PyTorch does not have.</param>
internal sealed record PyTorchModel(
    string? Construction,
    string Forward,
    EquatableArray<PyTorchDefinition> Definitions
);
