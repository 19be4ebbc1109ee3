namespace GanDsl;

/// <summary>An attribute of a node, such as the axis of a Softmax.</summary>
public sealed class OnnxAttribute
{
    private const int Real = 1;
    private const int Integer = 2;
    private const int String = 3;
    private const int Integers = 7;

    private OnnxAttribute(string name, int type, Action<ProtobufMessage> writeValue)
    {
        Message = new ProtobufMessage().Text(1, name);
        writeValue(Message);
        Message.Integer(20, type);
    }

    internal ProtobufMessage Message { get; }

    /// <summary>An attribute that holds an integer.</summary>
    public static OnnxAttribute Of(string name, long value) => new(name, Integer, message => message.Integer(3, value));

    /// <summary>An attribute that holds a number, which ONNX keeps in float32.</summary>
    public static OnnxAttribute Of(string name, double value) =>
        new(name, Real, message => message.Float(2, (float)value));

    /// <summary>An attribute that holds a text.</summary>
    public static OnnxAttribute Of(string name, string value) => new(name, String, message => message.Text(4, value));

    /// <summary>An attribute that holds several integers.</summary>
    public static OnnxAttribute Of(string name, IReadOnlyList<long> values) =>
        new(
            name,
            Integers,
            message =>
            {
                foreach (var value in values)
                {
                    message.Integer(8, value);
                }
            }
        );
}
