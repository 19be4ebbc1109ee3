namespace GanDsl;

/// <summary>A layer that looks at the labels of a conditional GAN, which <see cref="LabelsAttribute"/> declares.</summary>
public abstract class LabelLayerAttribute : LayerAttribute
{
    private protected LabelLayerAttribute() { }

    /// <summary>The declared number of classes; set before anything else is asked.</summary>
    internal int ClassCount { get; set; } = 1;

    internal sealed override bool NeedsLabels => true;
}
