namespace GanDsl;

/// <summary>The latent z that the generator starts from: <c>[N, dimensions]</c>, drawn independently.</summary>
/// <param name="dimensions">Values per latent.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LatentAttribute(int dimensions) : Attribute
{
    /// <summary>Values per latent.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>What each value is drawn from. Default: the standard normal distribution.</summary>
    public LatentDistribution Distribution { get; set; } = LatentDistribution.Normal;

    internal IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, "dimensions", Dimensions),
            .. ArgumentCheck.Defined(nameof(Distribution), Distribution),
        ];
}
