namespace GanDsl;

/// <summary>
/// Makes the GAN conditional (Mirza and Osindero 2014): every example has a class, and training and sampling take typed labels. The
/// networks use them through <see cref="LabelEmbeddingAttribute"/>, <see cref="ConditionalBatchNormAttribute"/>,
/// <see cref="ProjectionAttribute"/> and <see cref="AuxiliaryClassifierAttribute"/>.
/// </summary>
/// <param name="classes">The number of classes; labels are 0 to classes - 1.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LabelsAttribute(int classes) : Attribute
{
    /// <summary>The number of classes.</summary>
    public int Classes { get; } = classes;

    internal IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.AtLeast(1, "classes", Classes);
}
