namespace GanDsl.Generators.Models;

/// <summary>The module that normalises the weight of the layer beside it.</summary>
/// <param name="Name">The name of its field.</param>
/// <param name="PyTorchConstruction">The expression that creates it in Python.</param>
internal sealed record SpectralNormModule(string Name, string PyTorchConstruction);
