using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Layers in graphs that compare the examples of a batch, in float32.</summary>
public static class OnnxRelations
{
    /// <summary>Adds features that tell how close each example is to the others: <c>[N, in]</c> to <c>[N, in + out]</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, in].</param>
    /// <param name="module">Holds <c>T [in, out, kernel]</c>.</param>
    public static OnnxValue MinibatchDiscrimination(this OnnxGraph graph, OnnxValue x, nn.Module module)
    {
        var input = graph.Float32(x);
        var sizes = module.state_dict()["T"].shape;
        var product = graph.Node("MatMul", [input, graph.Parameter(module, "T", sizes[0], sizes[1] * sizes[2])]);
        var m = graph.Reshape(product, sizes[1], sizes[2]);
        var differences = graph.Sub(
            graph.Node("Unsqueeze", [m, graph.Integers(0)]),
            graph.Node("Unsqueeze", [m, graph.Integers(1)])
        );
        var distances = graph.Collapse("ReduceSum", graph.Node("Abs", differences), 3);
        var closeness = graph.Collapse("ReduceSum", graph.Node("Exp", graph.Node("Neg", distances)), 1);
        return graph.Concat(1, input, graph.Sub(closeness, graph.Scalar(1)));
    }

    /// <summary>Adds a channel: the mean standard deviation of all values over a group of examples.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="groupSize">Examples in a group; N of them where groups of this size do not divide N evenly.</param>
    /// <param name="sizes">The shape of an example.</param>
    public static OnnxValue MinibatchStdDev(this OnnxGraph graph, OnnxValue x, int groupSize, IReadOnlyList<long> sizes)
    {
        var input = graph.Float32(x);
        var (count, group) = graph.Groups(input, groupSize);
        var shape = graph.Concat(0, group, graph.Node("Div", [count, group]), graph.Integers(-1));
        var groups = graph.Node("Reshape", [input, shape]);
        var centred = graph.Sub(groups, graph.Reduce("ReduceMean", groups, 0));
        var variance = graph.Collapse("ReduceMean", graph.Mul(centred, centred), 0);
        var deviation = graph.Collapse("ReduceMean", graph.Root(variance, 1e-8), 1);

        var repeated = graph.Node("Tile", [deviation, group]);
        var ones = sizes.Skip(1).Select(_ => 1L);
        var column = graph.Node("Reshape", [repeated, graph.Integers([-1, 1, .. ones])]);
        var channel = graph.Node("Expand", [column, graph.Integers([1, 1, .. sizes.Skip(1)])]);
        return graph.Concat(1, input, channel);
    }

    /// <summary>The number of examples and those of a group, each as a list of one.</summary>
    private static (OnnxValue Count, OnnxValue Group) Groups(this OnnxGraph graph, OnnxValue x, int groupSize)
    {
        var count = graph.Node("Shape", OnnxType.Int64, [x], OnnxArgument.Integer("end", 1));
        var size = graph.Integers(groupSize);
        var rest = graph.Node("Mod", [count, size]);
        var divides = graph.Node("Equal", OnnxType.Bool, [rest, graph.Integers(0)]);
        return (count, graph.Node("Where", OnnxType.Int64, [divides, size, count]));
    }
}
