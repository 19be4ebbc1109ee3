namespace GanDsl;

/// <summary>Arithmetic in graphs, and the passage between types.</summary>
public static class OnnxArithmetic
{
    /// <summary>The sum of two values, in float32 unless both are float16.</summary>
    public static OnnxValue Add(this OnnxGraph graph, OnnxValue a, OnnxValue b) => graph.Binary("Add", a, b);

    /// <summary>The difference of two values, in float32 unless both are float16.</summary>
    public static OnnxValue Sub(this OnnxGraph graph, OnnxValue a, OnnxValue b) => graph.Binary("Sub", a, b);

    /// <summary>The product of two values, element by element, in float32 unless both are float16.</summary>
    public static OnnxValue Mul(this OnnxGraph graph, OnnxValue a, OnnxValue b) => graph.Binary("Mul", a, b);

    /// <summary>The quotient of two values, element by element, in float32 unless both are float16.</summary>
    public static OnnxValue Div(this OnnxGraph graph, OnnxValue a, OnnxValue b) => graph.Binary("Div", a, b);

    /// <summary>The value in float32.</summary>
    public static OnnxValue Float32(this OnnxGraph graph, OnnxValue x) => graph.Cast(x, OnnxType.Float32);

    /// <summary>The value in what products are computed in.</summary>
    internal static OnnxValue ForProduct(this OnnxGraph graph, OnnxValue x) => graph.Cast(x, graph.ProductType);

    internal static OnnxValue Cast(this OnnxGraph graph, OnnxValue x, OnnxType type) =>
        x.Type == type ? x : graph.Node("Cast", type, [x], OnnxArgument.Integer("to", (long)type));

    /// <summary>A reduction over axes, which stay with a size of 1.</summary>
    internal static OnnxValue Reduce(this OnnxGraph graph, string operation, OnnxValue x, params long[] axes) =>
        graph.Node(operation, [x, graph.Integers(axes)]);

    /// <summary>A reduction over axes, which go.</summary>
    internal static OnnxValue Collapse(this OnnxGraph graph, string operation, OnnxValue x, params long[] axes) =>
        graph.Node(operation, [x, graph.Integers(axes)], OnnxArgument.Integer("keepdims", 0));

    private static OnnxValue Binary(this OnnxGraph graph, string operation, OnnxValue a, OnnxValue b) =>
        a.Type == b.Type ? graph.Node(operation, [a, b]) : graph.Node(operation, [graph.Float32(a), graph.Float32(b)]);
}
