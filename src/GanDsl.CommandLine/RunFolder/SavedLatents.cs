using static TorchSharp.torch;

namespace GanDsl.CommandLine;

/// <summary>Latents that the program holds itself: from a file, or changed.</summary>
internal sealed class SavedLatents(Tensor tensor, long dimensions) : LatentBatch(tensor, dimensions);
