namespace GanDsl;

/// <summary>
/// Divides the weight of a layer by its largest singular value, which bounds how fast the layer's output can change. Before the first
/// layer of a network or block it holds for all layers that are linear in their input (Linear, Maxout's linear functions,
/// convolutions), directly after a layer for that layer. Paper: Miyato et al. 2018.
/// PyTorch: <c>torch.nn.utils.parametrizations.spectral_norm</c>.
/// </summary>
/// <remarks>State: <c>…SpectralNorm._u</c> and <c>._v</c>, the estimated singular vectors, saved with the network.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SpectralNormAttribute : StructureAttribute
{
    /// <summary>The power iterations of each forward pass in training, at least 1. Default: 1.</summary>
    public int PowerIterations { get; set; } = 1;

    /// <summary>The least norm that vectors are divided by, at least 0. Default: 1e-12.</summary>
    public double Eps { get; set; } = 1e-12;

    internal IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, nameof(PowerIterations), PowerIterations),
            .. ArgumentCheck.NotNegative(nameof(Eps), Eps),
        ];

    /// <summary>The expression that creates the module for a weight.</summary>
    internal string Construction(string weight, int outputDimension) =>
        new CallText("new SpectralNorm")
            .Add(weight)
            .Add("outputDimension: " + CodeText.Of(outputDimension))
            .AddUnless(1L, "powerIterations", PowerIterations)
            .AddUnless(1e-12, "eps", Eps)
            .ToString();
}
