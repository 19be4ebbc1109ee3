namespace GanDsl;

/// <summary>A module of your own that says what it is in ONNX, so that networks with it can be exported.</summary>
/// <example>
/// <code>
/// [ShapeRule(KeepsShape = true)]
/// public sealed class Halve() : nn.Module&lt;Tensor, Tensor&gt;(nameof(Halve)), IOnnxModule
/// {
///     public override Tensor forward(Tensor input) => input / 2;
///
///     public OnnxValue ToOnnx(OnnxGraph graph, OnnxValue input) =>
///         graph.Node("Div", [input, graph.Scalar(2)]);
/// }
/// </code>
/// </example>
public interface IOnnxModule
{
    /// <summary>Adds the nodes that compute what <c>forward</c> computes in evaluation mode.</summary>
    /// <param name="graph">The graph; <see cref="OnnxGraph.Parameter"/> answers parameters and buffers of the module and of those in it.</param>
    /// <param name="input">The input <c>[N, …]</c>, in float32.</param>
    /// <returns>The output, in float32 and of the shape that the module's rule declares.</returns>
    OnnxValue ToOnnx(OnnxGraph graph, OnnxValue input);
}
