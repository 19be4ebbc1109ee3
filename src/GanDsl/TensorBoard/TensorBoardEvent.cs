namespace GanDsl;

/// <summary>
/// The messages of an event file, by the field numbers of tensorflow/core/util/event.proto and tensorflow/core/framework/summary.proto,
/// tensor.proto and tensor_shape.proto.
/// </summary>
internal static class TensorBoardEvent
{
    private const string FileVersion = "brain.Event:2";
    private const string TextPlugin = "text";
    private const int SessionStart = 1;
    private const int StringType = 7;
    private const int Grey = 1;
    private const int Rgb = 3;

    /// <summary>The first event of a file.</summary>
    public static ProtobufMessage Version(double wallTime) =>
        new ProtobufMessage().Double(1, wallTime).Text(3, FileVersion);

    /// <summary>The start of a session, at which TensorBoard forgets what earlier files hold of this step and later ones.</summary>
    public static ProtobufMessage Start(double wallTime, long step) =>
        Event(wallTime, step).Message(7, new ProtobufMessage().Integer(1, SessionStart));

    /// <summary>Values that belong to one step.</summary>
    public static ProtobufMessage Summary(double wallTime, long step, IEnumerable<ProtobufMessage> values)
    {
        var summary = new ProtobufMessage();
        foreach (var value in values)
        {
            summary.Message(1, value);
        }

        return Event(wallTime, step).Message(5, summary);
    }

    /// <summary>A number.</summary>
    public static ProtobufMessage Scalar(string name, float value) =>
        new ProtobufMessage().Text(1, name).Float(2, value);

    /// <summary>A picture.</summary>
    public static ProtobufMessage Image(string name, PngHeader header, ReadOnlySpan<byte> png) =>
        new ProtobufMessage()
            .Text(1, name)
            .Message(
                4,
                new ProtobufMessage()
                    .Integer(1, header.Height)
                    .Integer(2, header.Width)
                    .Integer(3, header.IsGrey ? Grey : Rgb)
                    .Block(4, png)
            );

    /// <summary>A text, which TensorBoard shows as Markdown: a tensor [1] of strings with the name of the plug-in that shows it.</summary>
    public static ProtobufMessage Text(string name, string markdown) =>
        new ProtobufMessage()
            .Text(1, name)
            .Message(
                8,
                new ProtobufMessage()
                    .Integer(1, StringType)
                    .Message(2, new ProtobufMessage().Message(2, new ProtobufMessage().Integer(1, 1)))
                    .Text(8, markdown)
            )
            .Message(9, new ProtobufMessage().Message(1, new ProtobufMessage().Text(1, TextPlugin)));

    private static ProtobufMessage Event(double wallTime, long step) =>
        new ProtobufMessage().Double(1, wallTime).Integer(2, step);
}
