namespace GanDsl;

/// <summary>Activations in graphs; each keeps the shape, and as a rule the type.</summary>
public static class OnnxActivations
{
    /// <summary>max(0, x).</summary>
    public static OnnxValue Relu(this OnnxGraph graph, OnnxValue x) => graph.Node("Relu", x);

    /// <summary>x for x ≥ 0, alpha · x below.</summary>
    public static OnnxValue LeakyRelu(this OnnxGraph graph, OnnxValue x, double alpha) =>
        graph.Node("LeakyRelu", x, OnnxArgument.Number("alpha", alpha));

    /// <summary>x for x ≥ 0, alpha · (exp(x) - 1) below.</summary>
    public static OnnxValue Elu(this OnnxGraph graph, OnnxValue x, double alpha = 1) =>
        graph.Node("Elu", x, OnnxArgument.Number("alpha", alpha));

    /// <summary>1.0507 · x for x ≥ 0, 1.7581 · (exp(x) - 1) below.</summary>
    public static OnnxValue Selu(this OnnxGraph graph, OnnxValue x) => graph.Node("Selu", x);

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static OnnxValue Sigmoid(this OnnxGraph graph, OnnxValue x) => graph.Node("Sigmoid", x);

    /// <summary>The hyperbolic tangent.</summary>
    public static OnnxValue Tanh(this OnnxGraph graph, OnnxValue x) => graph.Node("Tanh", x);

    /// <summary>x · sigmoid(x).</summary>
    public static OnnxValue Silu(this OnnxGraph graph, OnnxValue x) => graph.Mul(x, graph.Sigmoid(x));

    /// <summary>x · tanh(log(1 + exp(x))).</summary>
    public static OnnxValue Mish(this OnnxGraph graph, OnnxValue x) =>
        graph.Mul(x, graph.Tanh(graph.Node("Softplus", x)));

    /// <summary>x · Φ(x), with the distribution function Φ of the normal distribution; Gelu itself is younger than opset 18.</summary>
    public static OnnxValue Gelu(this OnnxGraph graph, OnnxValue x)
    {
        var error = graph.Node("Erf", graph.Scaled(x, Math.Sqrt(0.5)));
        return graph.Mul(graph.Scaled(x, 0.5), graph.Plus(error, 1));
    }

    /// <summary>x · Φ(x), with Φ approximated by a hyperbolic tangent.</summary>
    public static OnnxValue TanhGelu(this OnnxGraph graph, OnnxValue x)
    {
        var cube = graph.Mul(graph.Mul(x, x), x);
        var inner = graph.Scaled(graph.Add(x, graph.Scaled(cube, 0.044715)), Math.Sqrt(2 / Math.PI));
        return graph.Mul(graph.Scaled(x, 0.5), graph.Plus(graph.Tanh(inner), 1));
    }

    /// <summary>Clamps every value to [min, max]; an infinite bound is none.</summary>
    public static OnnxValue Clip(this OnnxGraph graph, OnnxValue x, double min, double max) =>
        graph.Node(
            "Clip",
            [
                x,
                double.IsInfinity(min) ? null : graph.Scalar(min, x.Type),
                double.IsInfinity(max) ? null : graph.Scalar(max, x.Type),
            ]
        );

    /// <summary>The exponentials along an axis, divided by their sum.</summary>
    public static OnnxValue Softmax(this OnnxGraph graph, OnnxValue x, int axis) =>
        graph.Node("Softmax", graph.Float32(x), OnnxArgument.Integer("axis", axis));

    /// <summary>log(1 + exp(beta · x)) / beta, and x where beta · x is above the threshold.</summary>
    public static OnnxValue Softplus(this OnnxGraph graph, OnnxValue x, double beta = 1, double threshold = 20)
    {
        // Up to here the seam at 20 is smaller than a float32 can hold.
        if (beta == 1 && threshold == 20)
        {
            return graph.Node("Softplus", x);
        }

        var scaled = graph.Scaled(x, beta);
        var isAbove = graph.Node("Greater", OnnxType.Bool, [scaled, graph.Scalar(threshold, x.Type)]);
        var curve = graph.Scaled(graph.Node("Softplus", scaled), 1 / beta);
        return graph.Node("Where", x.Type, [isAbove, x, curve]);
    }

    /// <summary>x for x ≥ 0, and below the learned slope · x, of all channels or of each.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, …].</param>
    /// <param name="module">Holds the slopes as <c>weight</c>.</param>
    /// <param name="rank">The dimensions of an example.</param>
    public static OnnxValue PRelu(this OnnxGraph graph, OnnxValue x, TorchSharp.torch.nn.Module module, int rank)
    {
        var slopes = graph.Parameter(module, "weight", [-1, .. Enumerable.Repeat(1L, rank - 1)]);
        return graph.Node("PRelu", [graph.Float32(x), slopes]);
    }

    /// <summary>In evaluation the input itself.</summary>
    public static OnnxValue Dropout(this OnnxGraph graph, OnnxValue x) => x;

    /// <summary>In evaluation the input itself.</summary>
    public static OnnxValue GaussianNoise(this OnnxGraph graph, OnnxValue x) => x;

    private static OnnxValue Scaled(this OnnxGraph graph, OnnxValue x, double factor) =>
        graph.Mul(x, graph.Scalar(factor, x.Type));

    private static OnnxValue Plus(this OnnxGraph graph, OnnxValue x, double added) =>
        graph.Add(x, graph.Scalar(added, x.Type));
}
