namespace GanDsl.Generators.Inference;

/// <summary>A layer and the next one, which alone takes what the first gives.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Next">The next one.</param>
/// <param name="IsSum">Whether something is added in between, at the end of a residual block.</param>
internal sealed record LayerPair(InferredLayer Layer, InferredLayer Next, bool IsSum);
