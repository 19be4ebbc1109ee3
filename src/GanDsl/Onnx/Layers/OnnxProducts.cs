using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Matrix products and convolutions in graphs; they are computed in float16 where that is asked for.</summary>
public static class OnnxProducts
{
    /// <summary>A linear layer of vectors: <c>[N, in]</c> to <c>[N, out]</c>.</summary>
    public static OnnxValue Gemm(this OnnxGraph graph, OnnxValue x, nn.Module linear)
    {
        OnnxValue[] inputs = [graph.ForProduct(x), graph.ProductWeight(linear, "weight")];
        return graph.Node("Gemm", [.. inputs, .. graph.Bias(linear)], OnnxArgument.Integer("transB", 1));
    }

    /// <summary>A linear layer of the last dimension: <c>[N, …, in]</c> to <c>[N, …, out]</c>.</summary>
    public static OnnxValue MatMul(this OnnxGraph graph, OnnxValue x, nn.Module linear)
    {
        var weight = graph.Node(
            "Transpose",
            graph.ProductWeight(linear, "weight"),
            OnnxArgument.Integers("perm", 1, 0)
        );
        var product = graph.Node("MatMul", [graph.ForProduct(x), weight]);
        return graph.Bias(linear) is [var bias] ? graph.Add(product, bias) : product;
    }

    /// <summary>A convolution over a signal, an image or a volume.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="convolution">Holds <c>weight</c> and, where there is one, <c>bias</c>.</param>
    /// <param name="strides">The step along each dimension; null for 1.</param>
    /// <param name="pads">The zeros before each dimension, then those after each; null for none.</param>
    /// <param name="dilations">The distance of the taps along each dimension; null for 1.</param>
    /// <param name="group">The groups of channels.</param>
    public static OnnxValue Conv(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module convolution,
        IReadOnlyList<long>? strides = null,
        IReadOnlyList<long>? pads = null,
        IReadOnlyList<long>? dilations = null,
        long group = 1
    ) => graph.Convolution("Conv", x, convolution, strides, pads, dilations, group);

    /// <summary>A transposed convolution over a signal, an image or a volume.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="convolution">Holds <c>weight</c> and, where there is one, <c>bias</c>.</param>
    /// <param name="strides">The step along each dimension; null for 1.</param>
    /// <param name="pads">What is cut off before each dimension, then after each; null for nothing.</param>
    /// <param name="outputPadding">What is added after each dimension; null for nothing.</param>
    /// <param name="dilations">The distance of the taps along each dimension; null for 1.</param>
    /// <param name="group">The groups of channels.</param>
    public static OnnxValue ConvTranspose(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module convolution,
        IReadOnlyList<long>? strides = null,
        IReadOnlyList<long>? pads = null,
        IReadOnlyList<long>? outputPadding = null,
        IReadOnlyList<long>? dilations = null,
        long group = 1
    )
    {
        if (
            outputPadding is null
            || outputPadding.Select((added, axis) => added < (strides?[axis] ?? 1)).All(fits => fits)
        )
        {
            OnnxArgument[] added = outputPadding is null
                ? []
                : [OnnxArgument.Integers("output_padding", outputPadding)];
            return graph.Convolution("ConvTranspose", x, convolution, strides, pads, dilations, group, added);
        }

        return graph.WidelyPadded(
            x,
            convolution,
            strides,
            pads ?? [.. outputPadding.Concat(outputPadding).Select(_ => 0L)],
            outputPadding,
            dilations,
            group
        );
    }

    /// <summary>
    /// Beyond the stride, which only a dilation allows, runtimes refuse an output padding: as much less is cut off, and what is still missing
    /// are zeros before the bias.
    /// </summary>
    private static OnnxValue WidelyPadded(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module convolution,
        IReadOnlyList<long>? strides,
        IReadOnlyList<long> pads,
        IReadOnlyList<long> outputPadding,
        IReadOnlyList<long>? dilations,
        long group
    )
    {
        var rank = outputPadding.Count;
        var missing = outputPadding.Select((added, axis) => Math.Max(0, added - pads[rank + axis])).ToList();
        var ends = outputPadding.Select((added, axis) => Math.Max(0, pads[rank + axis] - added));
        var others = Arguments(strides, [.. pads.Take(rank), .. ends], dilations, group);
        var product = graph.Node(
            "ConvTranspose",
            [graph.ForProduct(x), graph.ProductWeight(convolution, "weight")],
            [.. others]
        );
        var padded = graph.Node("Pad", [product, graph.Integers([.. Enumerable.Repeat(0L, rank + 4), .. missing])]);
        return OnnxGraph.Has(convolution, "bias")
            ? graph.Add(padded, graph.ProductWeight(convolution, "bias", [-1, .. Enumerable.Repeat(1L, rank)]))
            : padded;
    }

    /// <summary>Self-attention over all positions; products in the type of products, the weighting in float32.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="module">Holds <c>gamma</c>, <c>f.weight</c>, <c>g.weight</c> and <c>h.weight</c>.</param>
    /// <param name="sizes">The shape of an example.</param>
    public static OnnxValue SelfAttention(
        this OnnxGraph graph,
        OnnxValue x,
        nn.Module module,
        IReadOnlyList<long> sizes
    )
    {
        var positions = graph.Reshape(x, sizes[0], -1);
        OnnxValue Map(string name) =>
            graph.Node("Conv", [graph.ForProduct(positions), graph.ProductWeight(module, name + ".weight")]);

        var queries = graph.Node("Transpose", Map("g"), OnnxArgument.Integers("perm", 0, 2, 1));
        var scores = graph.Softmax(graph.Node("MatMul", [queries, Map("f")]), axis: 2);
        var turned = graph.Node("Transpose", graph.ForProduct(scores), OnnxArgument.Integers("perm", 0, 2, 1));
        var mixed = graph.Node("MatMul", [Map("h"), turned]);
        var sum = graph.Add(graph.Mul(graph.Parameter(module, "gamma"), mixed), positions);
        return graph.Reshape(sum, [.. sizes]);
    }

    /// <summary>The greatest value of the last dimension, which goes.</summary>
    public static OnnxValue ReduceMax(this OnnxGraph graph, OnnxValue x) => graph.Collapse("ReduceMax", x, -1);

    private static OnnxValue Convolution(
        this OnnxGraph graph,
        string operation,
        OnnxValue x,
        nn.Module convolution,
        IReadOnlyList<long>? strides,
        IReadOnlyList<long>? pads,
        IReadOnlyList<long>? dilations,
        long group,
        params OnnxArgument[] others
    )
    {
        OnnxValue[] inputs = [graph.ForProduct(x), graph.ProductWeight(convolution, "weight")];
        return graph.Node(
            operation,
            [.. inputs, .. graph.Bias(convolution)],
            [.. Arguments(strides, pads, dilations, group), .. others]
        );
    }

    private static List<OnnxArgument> Arguments(
        IReadOnlyList<long>? strides,
        IReadOnlyList<long>? pads,
        IReadOnlyList<long>? dilations,
        long group
    )
    {
        List<OnnxArgument> arguments = [];
        foreach (var (name, values) in new[] { ("strides", strides), ("pads", pads), ("dilations", dilations) })
        {
            if (values is not null)
            {
                arguments.Add(OnnxArgument.Integers(name, values));
            }
        }

        if (group != 1)
        {
            arguments.Add(OnnxArgument.Integer("group", group));
        }

        return arguments;
    }

    private static OnnxValue ProductWeight(this OnnxGraph graph, nn.Module module, string name, params long[] sizes) =>
        graph.Weight(module, name, graph.ProductType, sizes);

    private static OnnxValue[] Bias(this OnnxGraph graph, nn.Module module) =>
        OnnxGraph.Has(module, "bias") ? [graph.ProductWeight(module, "bias")] : [];
}
