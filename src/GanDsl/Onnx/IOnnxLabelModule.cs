namespace GanDsl;

/// <summary>A module of your own that is given labels and says what it is in ONNX; see <see cref="IOnnxModule"/>.</summary>
public interface IOnnxLabelModule
{
    /// <summary>Adds the nodes that compute what <c>forward</c> computes in evaluation mode.</summary>
    /// <param name="graph">The graph; <see cref="OnnxGraph.Parameter"/> answers parameters and buffers of the module and of those in it.</param>
    /// <param name="input">The input <c>[N, …]</c>, in float32.</param>
    /// <param name="labels">The class of each example <c>[N]</c>, int64.</param>
    /// <returns>The output, in float32 and of the shape that the module's rule declares.</returns>
    OnnxValue ToOnnx(OnnxGraph graph, OnnxValue input, OnnxValue labels);
}
