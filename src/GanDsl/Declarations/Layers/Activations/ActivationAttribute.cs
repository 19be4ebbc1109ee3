namespace GanDsl;

/// <summary>A layer that bends or masks its values and keeps the shape.</summary>
public abstract class ActivationAttribute : LayerAttribute
{
    private protected ActivationAttribute() { }

    internal override LayerPrecision Precision => LayerPrecision.Input;

    internal override ShapeResult InferShape(Shape input) => input;
}
