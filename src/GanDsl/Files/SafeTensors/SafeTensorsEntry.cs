using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Where a tensor stands in a file of the format safetensors.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Begin">Where its values begin, in bytes after the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record SafeTensorsEntry(string Name, ScalarType Type, long[] Shape, long Begin, long End);
