using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Layers of labels in graphs, in float32.</summary>
public static class OnnxLabelLayers
{
    /// <summary>Appends the learned vector of the label to the channels.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="labels">[N].</param>
    /// <param name="module">Holds <c>weight [classes, dimensions]</c>.</param>
    /// <param name="outputSizes">The shape of an example of the output.</param>
    public static OnnxValue LabelEmbedding(
        this OnnxGraph graph,
        OnnxValue x,
        OnnxValue labels,
        nn.Module module,
        IReadOnlyList<long> outputSizes
    )
    {
        var vectors = graph.Node("Gather", [graph.Parameter(module, "weight"), labels]);
        if (outputSizes.Count > 1)
        {
            var column = graph.Reshape(vectors, [-1, .. outputSizes.Skip(1).Select(_ => 1L)]);
            vectors = graph.Node("Expand", [column, graph.Integers([1, 1, .. outputSizes.Skip(1)])]);
        }

        return graph.Concat(1, graph.Float32(x), vectors);
    }

    /// <summary>The end of a projection discriminator: w·φ + b + e(y)·φ.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">φ, <c>[N, C]</c>.</param>
    /// <param name="labels">[N].</param>
    /// <param name="module">Holds <c>linear.weight</c>, <c>linear.bias</c> and <c>embedding.weight</c>.</param>
    public static OnnxValue Projection(this OnnxGraph graph, OnnxValue x, OnnxValue labels, nn.Module module)
    {
        var features = graph.Float32(x);
        var vectors = graph.Node("Gather", [graph.Parameter(module, "embedding.weight"), labels]);
        var ofLabels = graph.Reduce("ReduceSum", graph.Mul(vectors, features), 1);
        var linear = graph.Node(
            "Gemm",
            [features, graph.Parameter(module, "linear.weight"), graph.Parameter(module, "linear.bias")],
            OnnxArgument.Integer("transB", 1)
        );
        return graph.Add(linear, ofLabels);
    }
}
