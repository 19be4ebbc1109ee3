using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Latents of a GAN whose own type for them is not known.</summary>
/// <param name="tensor">A tensor [N, dimensions], which it takes over.</param>
/// <param name="dimensions">Values of a latent.</param>
internal sealed class UntypedLatents(Tensor tensor, long dimensions) : LatentBatch(tensor, dimensions);
