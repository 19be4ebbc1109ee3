namespace GanDsl;

/// <summary>An input or an output of the graph.</summary>
/// <param name="Value">The tensor.</param>
/// <param name="Sizes">Its sizes after N, which may be any number.</param>
internal sealed record OnnxPort(OnnxValue Value, IReadOnlyList<long> Sizes)
{
    /// <summary>What the number of examples is called.</summary>
    public const string BatchDimension = "N";

    /// <summary>As a ValueInfoProto.</summary>
    public ProtobufMessage Message()
    {
        var shape = new ProtobufMessage().Message(1, new ProtobufMessage().Text(2, BatchDimension));
        foreach (var size in Sizes)
        {
            shape.Message(1, new ProtobufMessage().Integer(1, size));
        }

        var tensor = new ProtobufMessage().Integer(1, (int)Value.Type).Message(2, shape);
        return new ProtobufMessage().Text(1, Value.Name).Message(2, new ProtobufMessage().Message(1, tensor));
    }
}
