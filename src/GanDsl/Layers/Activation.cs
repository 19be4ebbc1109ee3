namespace GanDsl;

/// <summary>A layer without parameters that maps every value by itself and keeps the shape.</summary>
public abstract class ActivationAttribute : LayerAttribute
{
    private protected ActivationAttribute() { }

    internal sealed override ShapeResult InferShape(Shape input) => input;
}
