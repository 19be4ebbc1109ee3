using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Examples that were read and where they stand in their data set.</summary>
/// <param name="Indices">The places, in the order of the rows.</param>
/// <param name="Examples">The tensor <c>[rows, …]</c>.</param>
internal readonly record struct Minibatch(int[] Indices, Tensor Examples);
