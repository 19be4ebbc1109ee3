namespace GanDsl;

/// <summary>A tensor whose values stand in the file.</summary>
internal abstract class OnnxInitializer(OnnxValue value, IReadOnlyList<long> sizes)
{
    public OnnxValue Value { get; } = value;

    public IReadOnlyList<long> Sizes { get; } = sizes;

    public abstract long ByteCount { get; }

    /// <summary>Refuses values that no runtime could compute with.</summary>
    /// <exception cref="GanException">One is not finite.</exception>
    public virtual void Check() { }

    /// <summary>Writes the values in C order, little-endian.</summary>
    public abstract void Write(Stream stream);

    /// <summary>The fields of a TensorProto before its values.</summary>
    public ProtobufMessage Head()
    {
        var message = new ProtobufMessage();
        foreach (var size in Sizes)
        {
            message.Integer(1, size);
        }

        return message.Integer(2, (int)Value.Type).Text(8, Value.Name);
    }
}
