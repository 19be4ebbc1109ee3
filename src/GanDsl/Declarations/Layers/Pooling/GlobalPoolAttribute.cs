namespace GanDsl;

/// <summary>What <see cref="GlobalAvgPoolAttribute"/> and <see cref="GlobalSumPoolAttribute"/> share: one value for each channel.</summary>
public abstract class GlobalPoolAttribute : LayerAttribute
{
    private protected GlobalPoolAttribute() { }

    /// <summary>What the tensor calls it.</summary>
    private protected abstract string Function { get; }

    /// <summary>What the graph calls it.</summary>
    private protected abstract string OnnxFunction { get; }

    internal override ShapeResult InferShape(Shape input) =>
        Axes.AreOf(input) ? new Shape(input[0]) : LayerProblem.Rank(Axes.AnyInput, input);

    /// <summary>The positions are flattened first, whatever their dimensions.</summary>
    internal sealed override string Forward(string x, string module, Shape output) => $"{x}.flatten(2).{Function}([2])";

    internal sealed override string Onnx(string x, string module, Shape input, Shape output) =>
        $"graph.{OnnxFunction}({x})";

    internal sealed override PyTorchLayer PyTorch(Shape input, Shape output)
    {
        var positions = PythonText.Of([.. Enumerable.Range(2, input.Rank - 1).Select(dimension => (long)dimension)]);
        return PyTorchLayer.Function(x => $"{x}.{Function}({positions})");
    }
}
