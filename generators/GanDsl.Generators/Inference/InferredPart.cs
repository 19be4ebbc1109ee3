using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>A layer or a block and what it does to its input.</summary>
internal abstract record InferredPart(PartDeclaration Declared, Shape Input, LayerModel Model)
{
    public Shape Output => Model.Output;

    public bool KeepsShape => Input.Equals(Output);

    /// <summary>The layers in it, in the order of the source; a layer holds itself.</summary>
    public abstract IEnumerable<InferredLayer> Layers { get; }

    /// <summary>The layers that get its input and nobody else's; none where the input also goes around them.</summary>
    public abstract IEnumerable<InferredLayer> First { get; }

    /// <summary>The layers whose outputs are its output, or are added up to it.</summary>
    public abstract IEnumerable<InferredLayer> Last { get; }

    /// <summary>Whether its output is a sum of those of several layers.</summary>
    public abstract bool EndsInSum { get; }

    /// <summary>The values that the output can have, given those of the input.</summary>
    public abstract Interval OutputRange(Interval input);
}
