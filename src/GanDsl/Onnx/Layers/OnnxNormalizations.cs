using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Normalisations in graphs, in float32.</summary>
public static class OnnxNormalizations
{
    /// <summary>Normalisation of each channel by the running statistics of training.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="module">Holds <c>running_mean</c>, <c>running_var</c> and, where there is one, scale and shift.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static OnnxValue BatchNormalization(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module module,
        double epsilon = 1e-5
    ) => graph.ByRunningStatistics(x, module, "", epsilon);

    /// <summary>Normalisation of each channel by the statistics of the batch itself.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="module">Holds, where there is one, scale and shift.</param>
    /// <param name="rank">The dimensions of an example.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static OnnxValue NormalizeBatch(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module module,
        int rank,
        double epsilon = 1e-5
    )
    {
        var input = graph.Float32(x);
        long[] axes = [0, .. Enumerable.Range(2, rank - 1).Select(axis => (long)axis)];
        var centred = graph.Sub(input, graph.Reduce("ReduceMean", input, axes));
        var variance = graph.Reduce("ReduceMean", graph.Mul(centred, centred), axes);
        return graph.Affine(graph.Div(centred, graph.Root(variance, epsilon)), module, Channels(rank));
    }

    /// <summary>Normalisation of each channel by running statistics, then scale and shift of the class.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="labels">[N].</param>
    /// <param name="module">Holds <c>norm</c>, <c>weight [classes, C]</c> and <c>bias [classes, C]</c>.</param>
    /// <param name="rank">The dimensions of an example.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static OnnxValue ConditionalBatchNorm(
        this OnnxGraph graph,
        OnnxValue x,
        OnnxValue labels,
        nn.Module module,
        int rank,
        double epsilon = 1e-5
    )
    {
        var normalized = graph.ByRunningStatistics(x, module, "norm.", epsilon);
        OnnxValue OfClass(string name) =>
            graph.Reshape(graph.Node("Gather", [graph.Parameter(module, name), labels]), Channels(rank));

        return graph.Add(graph.Mul(OfClass("weight"), normalized), OfClass("bias"));
    }

    /// <summary>Normalisation of each example over groups of channels and all their positions.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="module">Holds, where there is one, scale and shift.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="sizes">The shape of an example.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static OnnxValue GroupNormalization(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module module,
        int groups,
        IReadOnlyList<long> sizes,
        double epsilon = 1e-5
    )
    {
        // The operation of this name has one scale for a group in opset 18, and one for a channel from 21.
        var normalized = graph.EachInstance(graph.Reshape(graph.Float32(x), groups, -1), null, groups, epsilon);
        return graph.Affine(graph.Reshape(normalized, [.. sizes]), module, Channels(sizes.Count));
    }

    /// <summary>Normalisation of each channel of each example over its positions.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="module">Holds, where there is one, scale and shift.</param>
    /// <param name="channels">C.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static OnnxValue InstanceNormalization(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module module,
        long channels,
        double epsilon = 1e-5
    ) => graph.EachInstance(graph.Float32(x), module, channels, epsilon);

    /// <summary>Normalisation of each example over its last dimensions.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, …].</param>
    /// <param name="module">Holds, where there is one, scale and shift.</param>
    /// <param name="sizes">The sizes of the dimensions that are normalised together.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public static OnnxValue LayerNormalization(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module module,
        IReadOnlyList<long> sizes,
        double epsilon = 1e-5
    )
    {
        OnnxValue[] affine = OnnxGraph.Has(module, "weight")
            ? [graph.Parameter(module, "weight"), graph.Parameter(module, "bias")]
            : [graph.Filled(1, [.. sizes])];
        return graph.Node(
            "LayerNormalization",
            [graph.Float32(x), .. affine],
            OnnxArgument.Integer("axis", -sizes.Count),
            OnnxArgument.Number("epsilon", epsilon)
        );
    }

    /// <summary>Scales the channels at each position to a mean square of 1.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="epsilon">Added to the mean square.</param>
    public static OnnxValue PixelNorm(this OnnxGraph graph, OnnxValue x, double epsilon = 1e-8)
    {
        var input = graph.Float32(x);
        var meanSquare = graph.Reduce("ReduceMean", graph.Mul(input, input), 1);
        return graph.Div(input, graph.Root(meanSquare, epsilon));
    }

    /// <summary>√(x + epsilon).</summary>
    internal static OnnxValue Root(this OnnxGraph graph, OnnxValue x, double epsilon) =>
        graph.Node("Sqrt", graph.Add(x, graph.Scalar(epsilon)));

    private static OnnxValue ByRunningStatistics(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module module,
        string prefix,
        double epsilon
    )
    {
        var (mean, variance) = (
            graph.Parameter(module, prefix + "running_mean"),
            graph.Parameter(module, prefix + "running_var")
        );
        var channels = module.state_dict()[prefix + "running_mean"].shape;
        var hasAffine = OnnxGraph.Has(module, prefix + "weight");
        var scale = hasAffine ? graph.Parameter(module, prefix + "weight") : graph.Filled(1, channels);
        var shift = hasAffine ? graph.Parameter(module, prefix + "bias") : graph.Filled(0, channels);
        return graph.Node(
            "BatchNormalization",
            [graph.Float32(x), scale, shift, mean, variance],
            OnnxArgument.Number("epsilon", epsilon)
        );
    }

    private static OnnxValue EachInstance(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module? module,
        long channels,
        double epsilon
    )
    {
        var hasAffine = module is not null && OnnxGraph.Has(module, "weight");
        var scale = hasAffine ? graph.Parameter(module!, "weight") : graph.Filled(1, channels);
        var shift = hasAffine ? graph.Parameter(module!, "bias") : graph.Filled(0, channels);
        return graph.Node("InstanceNormalization", [x, scale, shift], OnnxArgument.Number("epsilon", epsilon));
    }

    private static OnnxValue Affine(this OnnxGraph graph, OnnxValue x, nn.Module module, long[] places) =>
        OnnxGraph.Has(module, "weight")
            ? graph.Add(
                graph.Mul(x, graph.Parameter(module, "weight", places)),
                graph.Parameter(module, "bias", places)
            )
            : x;

    /// <summary>The shape by which one value for each channel is spread over its positions.</summary>
    private static long[] Channels(int rank) => [-1, .. Enumerable.Repeat(1L, rank - 1)];

    private static OnnxValue Filled(this OnnxGraph graph, float value, params long[] sizes)
    {
        var values = new float[sizes.Aggregate(1L, (product, size) => product * size)];
        Array.Fill(values, value);
        return graph.Numbers(values, sizes);
    }
}
