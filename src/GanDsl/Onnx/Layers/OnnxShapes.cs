namespace GanDsl;

/// <summary>What moves values in graphs, or repeats them.</summary>
public static class OnnxShapes
{
    /// <summary>Gives each example another shape: <c>[N, …]</c> to <c>[N, sizes]</c>.</summary>
    public static OnnxValue Reshape(this OnnxGraph graph, OnnxValue x, params long[] sizes) =>
        graph.Node("Reshape", [x, graph.Integers([0, .. sizes])]);

    /// <summary>Turns blockSize² channels into squares of pixels.</summary>
    public static OnnxValue DepthToSpace(this OnnxGraph graph, OnnxValue x, int blockSize) =>
        graph.Node("DepthToSpace", x, OnnxArgument.Integer("blocksize", blockSize), OnnxArgument.Text("mode", "CRD"));

    /// <summary>Adds a border to the dimensions after the channels.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="mode">What stands in it.</param>
    /// <param name="pads">The values before each dimension, then those after each.</param>
    public static OnnxValue Pad(this OnnxGraph graph, OnnxValue x, PaddingMode mode, IReadOnlyList<long> pads)
    {
        var (before, after) = (pads.Take(pads.Count / 2), pads.Skip(pads.Count / 2));
        return mode == PaddingMode.Circular
            ? graph.Wrap(x, [.. before], [.. after])
            : graph.Node(
                "Pad",
                [x, graph.Integers([0, 0, .. before, 0, 0, .. after])],
                OnnxArgument.Text("mode", NameOf(mode))
            );
    }

    private static string NameOf(PaddingMode mode) =>
        mode switch
        {
            PaddingMode.Reflect => "reflect",
            PaddingMode.Replicate => "edge",
            _ => "constant",
        };

    /// <summary>A border of values from the opposite side; Pad itself can do that from opset 19.</summary>
    private static OnnxValue Wrap(this OnnxGraph graph, OnnxValue x, long[] before, long[] after)
    {
        for (var dimension = 0; dimension < before.Length; dimension++)
        {
            List<OnnxValue> parts = [x];
            if (before[dimension] > 0)
            {
                parts.Insert(0, graph.Slice(x, -before[dimension], int.MaxValue, dimension + 2));
            }

            if (after[dimension] > 0)
            {
                parts.Add(graph.Slice(x, 0, after[dimension], dimension + 2));
            }

            x = parts.Count == 1 ? x : graph.Concat(dimension + 2, [.. parts]);
        }

        return x;
    }

    internal static OnnxValue Concat(this OnnxGraph graph, int axis, params OnnxValue[] parts) =>
        graph.Node("Concat", [.. parts], OnnxArgument.Integer("axis", axis));

    private static OnnxValue Slice(this OnnxGraph graph, OnnxValue x, long start, long end, long axis) =>
        graph.Node("Slice", [x, graph.Integers(start), graph.Integers(end), graph.Integers(axis)]);
}
