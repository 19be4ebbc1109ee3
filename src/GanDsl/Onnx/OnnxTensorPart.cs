namespace GanDsl;

/// <summary>A weight within the message of a graph, of a length that is known before its values are made.</summary>
internal sealed class OnnxTensorPart
{
    private readonly ProtobufMessage opening;
    private readonly ProtobufMessage head;
    private readonly OnnxInitializer? values;

    /// <param name="head">The fields before the values.</param>
    /// <param name="values">The values; null where they stand elsewhere.</param>
    /// <param name="field">The number of the field in the graph.</param>
    /// <param name="valuesField">The number of the field of the values.</param>
    public OnnxTensorPart(ProtobufMessage head, OnnxInitializer? values, int field, int valuesField)
    {
        this.head = values is null ? head : head.Opening(valuesField, values.ByteCount);
        this.values = values;
        opening = new ProtobufMessage().Opening(field, head.Bytes.Length + ByteCount);
    }

    /// <summary>The bytes of all of it.</summary>
    public long Length => opening.Bytes.Length + head.Bytes.Length + ByteCount;

    public void Write(Stream stream)
    {
        stream.Write(opening.Bytes);
        stream.Write(head.Bytes);
        values?.Write(stream);
    }

    private long ByteCount => values?.ByteCount ?? 0;
}
