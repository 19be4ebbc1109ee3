namespace GanDsl;

/// <summary>The weight of a layer, as modifiers see it.</summary>
internal sealed class LayerWeight
{
    public LayerWeight(LayerKinds kind, int? outputDimension = null)
    {
        Kind = kind;
        OutputDimension = outputDimension;
    }

    /// <summary>What the layer is for [Init]; None where that fills none of its weights.</summary>
    public LayerKinds Kind { get; }

    /// <summary>The parameters that are meant, as PyTorch names them.</summary>
    public IReadOnlyList<string> Names { get; init; } = ["weight"];

    /// <summary>Whether the module has a property for each of them, and for its bias.</summary>
    public bool IsProperty { get; init; } = true;

    /// <summary>
    /// The dimension of the weight that counts outputs, where the layer is linear in its input but for a bias, so that the input can be
    /// divided in the place of the weight; null where it is not.
    /// </summary>
    public int? OutputDimension { get; }

    /// <summary>
    /// Whether the module divides its weights by their largest singular values itself, once its method <c>NormalizeWeights</c> was called.
    /// </summary>
    public bool IsNormalizedByModule { get; init; }

    /// <summary>Whether [SpectralNorm] is for it.</summary>
    public bool CanBeNormalized => OutputDimension is not null || IsNormalizedByModule;

    /// <summary>The expression for a parameter of a module.</summary>
    public string Expression(string module, string parameter) =>
        !IsProperty ? $"{module}.get_parameter({CodeText.Of(parameter)})!"
        : parameter == "bias" ? $"{module}.bias!"
        : $"{module}.{parameter}";
}
