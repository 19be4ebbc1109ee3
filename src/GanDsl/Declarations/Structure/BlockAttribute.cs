namespace GanDsl;

/// <summary>
/// Marks a class as a block: a stack of layers, as attributes in order, that networks and other blocks apply with
/// <see cref="UseAttribute{T}"/>. Integers that differ from use to use are declared as <see cref="BlockParameter"/>.
/// </summary>
/// <example>
/// <code>
/// [Block]
/// [ConvTranspose2d(BlockParameter.First, 4, Stride = 2, Padding = 1), BatchNorm, ReLU]
/// public class UpBlock;
/// </code>
/// </example>
public sealed class BlockAttribute : StructureAttribute;
