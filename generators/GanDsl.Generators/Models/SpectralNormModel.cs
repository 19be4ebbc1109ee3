namespace GanDsl.Generators.Models;

/// <summary>The module that normalises the weight of a layer.</summary>
/// <param name="Name">The name of its field.</param>
/// <param name="Construction">The expression that creates it.</param>
/// <param name="PyTorchConstruction">The expression that creates it in Python.</param>
internal sealed record SpectralNormModel(string Name, string Construction, string PyTorchConstruction);
