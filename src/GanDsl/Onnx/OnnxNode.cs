namespace GanDsl;

/// <summary>An operation of the graph.</summary>
/// <param name="Operation">Its name in ONNX, such as <c>Gemm</c>.</param>
/// <param name="Inputs">What it takes; null where an optional input is left out.</param>
/// <param name="Output">What it computes.</param>
/// <param name="Arguments">How.</param>
internal sealed record OnnxNode(
    string Operation,
    IReadOnlyList<OnnxValue?> Inputs,
    OnnxValue Output,
    IReadOnlyList<OnnxArgument> Arguments
)
{
    /// <summary>As a NodeProto.</summary>
    public ProtobufMessage Message()
    {
        var message = new ProtobufMessage();
        foreach (var input in Inputs)
        {
            message.Text(1, input?.Name ?? "");
        }

        message.Text(2, Output.Name).Text(3, Output.Name).Text(4, Operation);
        foreach (var argument in Arguments)
        {
            message.Message(5, argument.Message);
        }

        return message;
    }
}
