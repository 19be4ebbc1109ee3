namespace GanDsl;

/// <summary>
/// A layer of a network. The attribute is the definition: it holds what the user declares and, internally, the shape
/// rule, the parameters and the emitted code of the layer. docs/contributing/adding-a-layer.md shows how to add one.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute() { }

    /// <summary>
    /// The name of the layer's module: the field in the generated class and the prefix of its parameter names
    /// (<c>Name = "project"</c> gives <c>project.weight</c>). Default: the kind and a number, such as <c>linear1</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The name that the user types, such as <c>Conv2d</c>.</summary>
    internal virtual string Kind => AttributeKind.Of(this);

    /// <summary>The default name of the module without its number.</summary>
    internal virtual string NameStem => char.ToLowerInvariant(Kind[0]) + Kind.Substring(1);

    /// <summary>Whether the output for one example depends on the other examples of the minibatch, as in BatchNorm.</summary>
    internal virtual bool CouplesExamples => false;

    /// <summary>Whether the layer is one for conditional GANs: what it does depends on the labels.</summary>
    internal virtual bool NeedsLabels => false;

    /// <summary>Whether the layer's code reads the variable <c>labels</c> [N].</summary>
    internal virtual bool ReadsLabels => NeedsLabels;

    /// <summary>Whether the layer keeps means over minibatches for evaluation, which can be computed anew, as BatchNorm does.</summary>
    internal virtual bool KeepsMinibatchStatistics => false;

    /// <summary>Whether the layer shifts and scales its input to a fixed mean and variance, as in BatchNorm.</summary>
    internal virtual bool IsNormalization => false;

    /// <summary>Whether the layer only moves values to other places, as in Reshape.</summary>
    internal virtual bool OnlyRearranges => false;

    /// <summary>Whether the gradient is computed without the output, so that the layer after this one may write over it.</summary>
    internal virtual bool LeavesOutputFree => false;

    /// <summary>The weight that [Init] and [SpectralNorm] act on; null where there is none.</summary>
    internal virtual LayerWeight? Weight => null;

    /// <summary>Whether <see cref="Parameters"/> and <see cref="MultiplyAdds"/> tell everything, which they cannot of a user's module.</summary>
    internal virtual bool IsCounted => true;

    /// <summary>What is wrong with the arguments whatever the input.</summary>
    internal virtual IEnumerable<LayerProblem> ArgumentProblems() => [];

    /// <summary>What works, but is hardly meant, for an input that the layer can take.</summary>
    internal virtual IEnumerable<LayerProblem> Remarks(Shape input, Shape output) => [];

    /// <summary>The shape rule. Called only when <see cref="ArgumentProblems"/> is empty.</summary>
    internal abstract ShapeResult InferShape(Shape input);

    /// <summary>The module that holds the layer's parameters or state; null when it has none.</summary>
    internal virtual LayerModule? Module(Shape input) => null;

    /// <summary>The learned parameters, in PyTorch's order and with PyTorch's names.</summary>
    internal virtual IReadOnlyList<LayerParameter> Parameters(Shape input) => [];

    /// <summary>The multiplications, each with its addition, of matrix products and convolutions, for one example.</summary>
    internal virtual long MultiplyAdds(Shape input, Shape output) => 0;

    /// <summary>The values that the output can have when those of the input lie in <paramref name="input"/>.</summary>
    internal virtual Interval OutputRange(Interval input) => Interval.Unbounded;

    /// <summary>Whether each channel (dimension 1) gets a learned constant added, which a normalisation after it takes away again.</summary>
    internal virtual bool AddsChannelBias(Shape input) => false;

    /// <summary>Whether each channel loses its mean, and with it a constant that was added to it.</summary>
    internal virtual bool RemovesChannelBias(Shape input) => false;

    /// <summary>The change of an argument that turns the output <paramref name="found"/> into <paramref name="wanted"/>; null where none does.</summary>
    internal virtual Mend? MendOutput(Shape found, Shape wanted) => null;

    /// <summary>The expression that applies the layer to the tensor <paramref name="x"/>.</summary>
    /// <param name="x">The input: a variable, or where <see cref="Weight"/> can be normalised an expression to pass as an argument.</param>
    /// <param name="module">The field that holds the module, where there is one.</param>
    /// <param name="output">What <see cref="InferShape"/> answered.</param>
    internal abstract string Forward(string x, string module, Shape output);

    /// <summary>The expression that adds the layer, as it is in evaluation, to the <c>OnnxGraph</c> that the variable <c>graph</c> holds.</summary>
    /// <param name="x">The input: a variable of the type <c>OnnxValue</c>.</param>
    /// <param name="module">The field that holds the module, where there is one.</param>
    /// <param name="input">The shape of the input.</param>
    /// <param name="output">What <see cref="InferShape"/> answered.</param>
    internal abstract string Onnx(string x, string module, Shape input, Shape output);

    /// <summary>Why <see cref="Forward"/> is not what a reader expects, as a comment that stands once in a network; null where it is.</summary>
    internal virtual string? Explanation => null;

    /// <summary>What it computes in where the options ask for bfloat16. Where that is bfloat16, see <see cref="ForwardInBFloat16"/>.</summary>
    internal virtual LayerPrecision Precision => LayerPrecision.Float32;

    /// <summary>As <see cref="Forward"/>, for a layer that is computed in bfloat16.</summary>
    internal virtual string ForwardInBFloat16(string x, string module, Shape output) => Forward(x, module, output);

    /// <summary>
    /// As <see cref="Forward"/>, in the memory of <paramref name="x"/>, which saves the time and the room of a copy; null where there is
    /// no such form or where its gradient needs the input.
    /// </summary>
    internal virtual string? ForwardInPlace(string x) => null;

    /// <summary>The layer in PyTorch's Python.</summary>
    /// <param name="input">The shape of its input.</param>
    /// <param name="output">What <see cref="InferShape"/> answered.</param>
    internal abstract PyTorchLayer PyTorch(Shape input, Shape output);
}
