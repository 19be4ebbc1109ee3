namespace GanDsl;

/// <summary>A tensor in an ONNX graph: an input, a weight, a constant or what a node computes.</summary>
public sealed class OnnxValue
{
    internal OnnxValue(string name, OnnxType type) => (Name, Type) = (name, type);

    /// <summary>Its name, different from all others of the graph.</summary>
    public string Name { get; internal set; }

    /// <summary>The type of its elements.</summary>
    public OnnxType Type { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
