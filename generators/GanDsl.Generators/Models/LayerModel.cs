namespace GanDsl.Generators.Models;

/// <summary>A layer or a block with its shapes inferred and its code decided.</summary>
/// <param name="Kind">What the user typed, such as <c>Conv2d</c>.</param>
/// <param name="Name">The module's name, or null where the layer has no module.</param>
/// <param name="Stage">The attribute list that it stands in, from 0: a blank line separates stages.</param>
/// <param name="ModuleType">The type of the module's field.</param>
/// <param name="ModuleConstruction">The expression that creates the module.</param>
/// <param name="Forward">The expression that applies the layer to its input.</param>
/// <param name="Onnx">The expression that adds the layer to an ONNX graph.</param>
/// <param name="Output">The shape after the layer.</param>
/// <param name="ParameterCount">The number of learned values.</param>
/// <param name="MultiplyAdds">The multiply-adds of matrix products and convolutions for one example.</param>
internal sealed record LayerModel(
    string Kind,
    string? Name,
    int Stage,
    string? ModuleType,
    string? ModuleConstruction,
    string Forward,
    string Onnx,
    Shape Output,
    long ParameterCount,
    long MultiplyAdds
)
{
    /// <summary>Whether the two counts tell everything: not so with a module of the user's.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Whether its code reads the labels of a conditional GAN; a block does where a layer in it does.</summary>
    public bool ReadsLabels { get; init; }

    /// <summary>That the layer names the class of its input, which goes on unchanged.</summary>
    public ClassificationModel? Classification { get; init; }

    /// <summary>The statements that fill the layer's weights as declared.</summary>
    public EquatableArray<string> Initializations { get; init; } = new([]);

    /// <summary>The layer in Python.</summary>
    public PyTorchModel PyTorch { get; init; } = new(null, "", new([]));

    /// <summary>The expression that applies the layer in bfloat16; null where it has none, and no part of a block has.</summary>
    public string? ForwardInBFloat16 { get; init; }

    /// <summary>Whether it takes and gives float32 where others compute in bfloat16.</summary>
    public bool NeedsFloat32 { get; init; }

    /// <summary>Whether the layer writes over its input.</summary>
    public bool WritesOver { get; init; }

    /// <summary>Whether it keeps means over minibatches for evaluation.</summary>
    public bool KeepsMinibatchStatistics { get; init; }

    /// <summary>Whether it is a convolution of images or volumes, transposed or not.</summary>
    public bool ConvolvesMaps { get; init; }

    /// <summary>A comment on code that a reader would not expect.</summary>
    public string? Explanation { get; init; }

    /// <summary>What normalises the layer's weights.</summary>
    public SpectralNormModel? SpectralNorm { get; init; }

    /// <summary>What a block consists of.</summary>
    public BlockModel? Block { get; init; }

    /// <summary>The layer, and what is in it where it is a block.</summary>
    public IEnumerable<LayerModel> WithBlocks =>
        Block is null ? [this] : Block.All.SelectMany(layer => layer.WithBlocks).Prepend(this);
}
