namespace GanDsl;

/// <summary>
/// Marks the nested partial class that is the generator G. Its layers stand as attributes on the same part, in order; the first
/// takes the latent <c>[N, dimensions]</c>, the last gives the declared data shape.
/// </summary>
public sealed class GeneratorAttribute : NetworkAttribute;
