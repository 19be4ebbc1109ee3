namespace GanDsl;

/// <summary>A setting of a node, such as the axis of a Softmax; ONNX calls it an attribute. Its operation says of which type it has to be.</summary>
public sealed class OnnxArgument
{
    private const int FloatType = 1;
    private const int IntType = 2;
    private const int StringType = 3;
    private const int IntsType = 7;

    private OnnxArgument(string name, int type, Action<ProtobufMessage> writeValue)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Message = new ProtobufMessage().Text(1, name);
        writeValue(Message);
        Message.Integer(20, type);
    }

    internal ProtobufMessage Message { get; }

    /// <summary>An integer, ONNX's type INT.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OnnxArgument Integer(string name, long value) =>
        new(name, IntType, message => message.Integer(3, value));

    /// <summary>A number, ONNX's type FLOAT, which is kept in float32.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OnnxArgument Number(string name, double value) =>
        new(name, FloatType, message => message.Float(2, (float)value));

    /// <summary>A text, ONNX's type STRING.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OnnxArgument Text(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(name, StringType, message => message.Text(4, value));
    }

    /// <summary>Several integers, ONNX's type INTS.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OnnxArgument Integers(string name, params IReadOnlyList<long> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(
            name,
            IntsType,
            message =>
            {
                foreach (var value in values)
                {
                    message.Integer(8, value);
                }
            }
        );
    }
}
