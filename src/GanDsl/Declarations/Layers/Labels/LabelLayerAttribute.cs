namespace GanDsl;

/// <summary>A layer that looks at the labels of a conditional GAN, which <see cref="LabelsAttribute"/> declares.</summary>
public abstract class LabelLayerAttribute : LayerAttribute
{
    private protected LabelLayerAttribute() { }

    /// <summary>The declared number of classes; set before anything else is asked.</summary>
    internal int ClassCount { get; set; } = 1;

    /// <summary>Whether the layer's code reads the variable <c>labels</c> [N].</summary>
    internal virtual bool ReadsLabels => true;
}
