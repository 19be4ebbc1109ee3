namespace GanDsl;

/// <summary>What <see cref="IGan.ExportOnnx"/> writes, and how.</summary>
public sealed record OnnxOptions
{
    /// <summary>Which network. Default: the generator.</summary>
    public OnnxNetwork Network { get; init; }

    /// <summary>
    /// Whether the generator is the moving average that [Ema] declares, or the one that trains; null for the one that <c>Sample</c> uses.
    /// Default: null.
    /// </summary>
    public bool? Averaged { get; init; }

    /// <summary>
    /// Whether matrix products and convolutions are computed, and their weights stored, in float16, which halves the file; all else, inputs
    /// and outputs included, stays float32. Default: false.
    /// </summary>
    public bool Float16 { get; init; }

    /// <summary>
    /// Whether weights of 1 kB and more stand in a file of their own, <c>NAME.onnx.data</c>, beside the model. A model of 2 GB and more needs
    /// that, and gets it whatever is said here. Default: false.
    /// </summary>
    public bool ExternalData { get; init; }

    /// <summary>The license of the weights, such as <c>CC-BY-4.0</c>, for the file and the model card; null says nothing. Default: null.</summary>
    public string? License { get; init; }

    /// <summary>What the GAN was trained on, for the model card; null says nothing. Default: null.</summary>
    public string? TrainedOn { get; init; }

    /// <summary>
    /// The names of the classes 0, 1, 2 … of a GAN with labels, such as <see cref="Dataset.ClassNames"/>, for the file (the property
    /// <c>class_names</c>, an array of JSON) and the model card; null says nothing. Default: null.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>
    /// Whether a model card in Markdown is written beside the file: <c>faces.md</c> beside <c>faces.onnx</c>, or <c>faces.onnx.md</c> where
    /// something else has that name. Default: true.
    /// </summary>
    public bool ModelCard { get; init; } = true;

    /// <summary>How the weights were trained, where somebody knows more than the GAN; null where nobody does.</summary>
    internal KnownTraining? Training { get; init; }
}
