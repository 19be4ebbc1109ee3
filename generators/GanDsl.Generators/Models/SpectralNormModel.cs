namespace GanDsl.Generators.Models;

/// <summary>What normalises the weights of a layer.</summary>
/// <param name="Statement">The statement that creates it, once the weights have their first values.</param>
/// <param name="Beside">The module beside that of the layer, by which the input is divided; null where the layer's own module does it.</param>
internal sealed record SpectralNormModel(string Statement, SpectralNormModule? Beside);
