namespace GanDsl.Generators.Inference;

/// <summary>The layers of a network or a block.</summary>
/// <param name="Parts">Those whose shapes are known; all, or those before the one at fault.</param>
/// <param name="Fault">What stopped the inference, if a problem did.</param>
internal sealed record InferredStack(IReadOnlyList<InferredPart> Parts, StackFault? Fault);
