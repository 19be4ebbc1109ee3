namespace GanDsl.Generators.Inference;

/// <summary>
/// Names that no layer can have, because they already mean something where its field would stand. LayerNameTests compares them
/// with what is emitted. What a module inherits is taken as well (<see cref="Parsing.TorchModule"/>).
/// </summary>
internal static class ReservedNames
{
    /// <summary>What the emitted code of a network calls by its simple name: a field of that name would stand in front of it.</summary>
    public static readonly IReadOnlyCollection<string> OfEmittedCode = new HashSet<string>(StringComparer.Ordinal)
    {
        "GanPrecision",
        "Initializers",
        "InterpolationMode",
        "LayerFunctions",
        "NewDisposeScope",
        "Padding",
        "PaddingMode",
        "PaddingModes",
        "UpsampleMode",
        "bfloat16",
        "cat",
        "classLogits",
        "float32",
        "functional",
        "graph",
        "images",
        "init",
        "input",
        "labels",
        "latents",
        "nn",
        "packs",
        "points",
        "scope",
        "signals",
        "x",
    };

    /// <summary>What is generated for every network beside its layers.</summary>
    public static readonly IReadOnlyCollection<string> OfNetwork = new HashSet<string>(StringComparer.Ordinal)
    {
        "Classify",
        "ClassifyInBFloat16",
        "ForwardInBFloat16",
        "MultiplyAdds",
        "ParameterCount",
        "Precision",
        "ToOnnx",
        "forward",
    };

    public static bool Contains(string name) => OfEmittedCode.Contains(name) || OfNetwork.Contains(name);
}
