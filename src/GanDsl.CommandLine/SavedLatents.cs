using static TorchSharp.torch;

namespace GanDsl.CommandLine;

/// <summary>Latents from a file.</summary>
internal sealed class SavedLatents(Tensor tensor, long dimensions) : LatentBatch(tensor, dimensions);
