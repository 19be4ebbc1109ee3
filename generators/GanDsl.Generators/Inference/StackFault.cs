using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>The part of a stack that cannot take its input.</summary>
/// <param name="Part">The part.</param>
/// <param name="Problem">What is wrong with it, or with a layer in it.</param>
/// <param name="Inner">Where the fault lies in it, for a block with a layer at fault.</param>
internal sealed record StackFault(PartDeclaration Part, LayerProblem Problem, InferredStack? Inner = null)
{
    /// <summary>The layer at fault itself.</summary>
    public PartDeclaration Culprit => Inner?.Fault?.Culprit ?? Part;
}
