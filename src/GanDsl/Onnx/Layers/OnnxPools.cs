namespace GanDsl;

/// <summary>Pooling in graphs, in float32.</summary>
public static class OnnxPools
{
    /// <summary>The mean of each channel: <c>[N, C, …]</c> to <c>[N, C]</c>.</summary>
    public static OnnxValue GlobalAveragePool(this OnnxGraph graph, OnnxValue x) =>
        graph.OverPositions("ReduceMean", x);

    /// <summary>The sum of each channel: <c>[N, C, …]</c> to <c>[N, C]</c>.</summary>
    public static OnnxValue GlobalSumPool(this OnnxGraph graph, OnnxValue x) => graph.OverPositions("ReduceSum", x);

    /// <summary>The greatest value of each window.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="sizes">The shape of an example.</param>
    /// <param name="kernelSize">The size of a window in each dimension.</param>
    /// <param name="stride">The step from window to window; null for that size.</param>
    /// <param name="padding">The border on every side, which never is the greatest value.</param>
    /// <param name="dilation">The distance between the values of a window.</param>
    /// <param name="ceilMode">Whether a last window that reaches beyond the border counts, too.</param>
    public static OnnxValue MaxPool(
        this OnnxGraph graph,
        OnnxValue x,
        IReadOnlyList<long> sizes,
        int kernelSize,
        int? stride = null,
        int padding = 0,
        int dilation = 1,
        bool ceilMode = false
    )
    {
        var windows = new PoolWindows(sizes, kernelSize, stride ?? kernelSize, padding, dilation, ceilMode);
        return windows.Ends.All(end => end < kernelSize)
            ? graph.Windows("MaxPool", graph.Float32(x), windows, windows.Pads)
            : graph.Windows("MaxPool", graph.Bordered(graph.Float32(x), windows, float.MinValue), windows, pads: null);
    }

    /// <summary>The mean of each window.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="sizes">The shape of an example.</param>
    /// <param name="kernelSize">The size of a window in each dimension.</param>
    /// <param name="stride">The step from window to window; null for that size.</param>
    /// <param name="padding">The border of zeros on every side.</param>
    /// <param name="ceilMode">Whether a last window that reaches beyond the border counts, too.</param>
    /// <param name="countIncludePad">Whether the zeros count in the mean.</param>
    public static OnnxValue AveragePool(
        this OnnxGraph graph,
        OnnxValue x,
        IReadOnlyList<long> sizes,
        int kernelSize,
        int? stride = null,
        int padding = 0,
        bool ceilMode = false,
        bool countIncludePad = true
    )
    {
        var windows = new PoolWindows(sizes, kernelSize, stride ?? kernelSize, padding, dilation: 1, ceilMode);
        var input = graph.Float32(x);
        if (windows.Ends.All(end => end == padding))
        {
            return graph.Windows(
                "AveragePool",
                input,
                windows,
                windows.Pads,
                OnnxArgument.Integer("count_include_pad", countIncludePad ? 1 : 0)
            );
        }

        // Runtimes do not agree on what a window beyond the border is divided by: here it is said.
        var means = graph.Windows("AveragePool", graph.Bordered(input, windows, 0), windows, pads: null);
        return graph.Mul(means, graph.Numbers(windows.Corrections(countIncludePad), [1, 1, .. windows.Counts]));
    }

    /// <summary>The means of as many windows as asked for, which cover each channel evenly.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="sizes">The shape of an example.</param>
    /// <param name="outputSizes">The shape of an example of the output.</param>
    public static OnnxValue AdaptiveAveragePool(
        this OnnxGraph graph,
        OnnxValue x,
        IReadOnlyList<long> sizes,
        IReadOnlyList<long> outputSizes
    )
    {
        var means = graph.Float32(x);
        if (sizes.Zip(outputSizes).Skip(1).All(axis => axis.First % axis.Second == 0))
        {
            long[] windows = [.. sizes.Zip(outputSizes, (size, count) => size / count).Skip(1)];
            return graph.Node(
                "AveragePool",
                means,
                OnnxArgument.Integers("kernel_shape", windows),
                OnnxArgument.Integers("strides", windows)
            );
        }

        for (var axis = 1; axis < sizes.Count; axis++)
        {
            means = graph.Combine(
                means,
                [.. outputSizes.Take(axis), .. sizes.Skip(axis)],
                axis,
                Means(sizes[axis], outputSizes[axis])
            );
        }

        return means;
    }

    /// <summary>A linear map of one dimension, the same at all places of the others.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="sizes">The shape of an example.</param>
    /// <param name="axis">The dimension, 0 being the channels.</param>
    /// <param name="rows">The share of each value of the input in each value of the output.</param>
    internal static OnnxValue Combine(
        this OnnxGraph graph,
        OnnxValue x,
        IReadOnlyList<long> sizes,
        int axis,
        float[][] rows
    )
    {
        var before = sizes.Take(axis).Aggregate(1L, (product, size) => product * size);
        var after = sizes.Skip(axis + 1).Aggregate(1L, (product, size) => product * size);
        var matrix = graph.Numbers(rows.SelectMany(row => row).ToArray(), rows.Length, sizes[axis]);
        var combined = graph.Node("MatMul", [matrix, graph.Reshape(x, before, sizes[axis], after)]);
        return graph.Reshape(combined, [.. sizes.Take(axis), rows.Length, .. sizes.Skip(axis + 1)]);
    }

    /// <summary>Window i of n over L values reaches from ⌊i·L / n⌋ to ⌈(i + 1)·L / n⌉.</summary>
    private static float[][] Means(long size, long count) =>
        [
            .. Enumerable
                .Range(0, (int)count)
                .Select(window =>
                {
                    var (start, end) = (window * size / count, (((window + 1) * size) + count - 1) / count);
                    var row = new float[size];
                    row.AsSpan((int)start, (int)(end - start)).Fill(1f / (end - start));
                    return row;
                }),
        ];

    private static OnnxValue OverPositions(this OnnxGraph graph, string reduction, OnnxValue x) =>
        graph.Collapse(reduction, graph.Node("Reshape", [graph.Float32(x), graph.Integers(0, 0, -1)]), 2);

    private static OnnxValue Windows(
        this OnnxGraph graph,
        string operation,
        OnnxValue x,
        PoolWindows windows,
        IReadOnlyList<long>? pads,
        params OnnxArgument[] others
    )
    {
        List<OnnxArgument> arguments =
        [
            OnnxArgument.Integers("kernel_shape", windows.Each(windows.KernelSize)),
            OnnxArgument.Integers("strides", windows.Each(windows.Stride)),
            .. others,
        ];
        if (windows.Dilation != 1)
        {
            arguments.Add(OnnxArgument.Integers("dilations", windows.Each(windows.Dilation)));
        }

        if (pads is not null)
        {
            arguments.Add(OnnxArgument.Integers("pads", pads));
        }

        return graph.Node(operation, x, [.. arguments]);
    }

    private static OnnxValue Bordered(this OnnxGraph graph, OnnxValue x, PoolWindows windows, double value)
    {
        var half = windows.Pads.Count / 2;
        return graph.Node(
            "Pad",
            [
                x,
                graph.Integers([0, 0, .. windows.Pads.Take(half), 0, 0, .. windows.Pads.Skip(half)]),
                graph.Scalar(value),
            ]
        );
    }
}
