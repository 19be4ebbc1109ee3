namespace GanDsl;

/// <summary>What a layer makes of its input: a shape, or the reason why it cannot take that input.</summary>
internal sealed class ShapeResult
{
    private ShapeResult(Shape? shape, LayerProblem? problem)
    {
        Shape = shape;
        Problem = problem;
    }

    public Shape? Shape { get; }

    public LayerProblem? Problem { get; }

    public static implicit operator ShapeResult(Shape shape) => new(shape, null);

    public static implicit operator ShapeResult(LayerProblem problem) => new(null, problem);
}
