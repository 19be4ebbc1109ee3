namespace GanDsl;

/// <summary>What a convolution computes, along any number of dimensions: the part of its rules that depends on its direction.</summary>
internal abstract class ConvolutionRule
{
    protected ConvolutionRule(ConvolutionAttribute layer) => Layer = layer;

    protected ConvolutionAttribute Layer { get; }

    /// <summary>The dimension of the weight that counts outputs.</summary>
    public abstract int OutputDimension { get; }

    /// <summary>What is wrong with the arguments that only this direction has.</summary>
    public abstract IEnumerable<LayerProblem> ArgumentProblems();

    /// <summary>The output's shape for an input of the right rank, whose channels the groups divide.</summary>
    public abstract ShapeResult InferShape(Shape input);

    /// <summary>What works, but is hardly meant.</summary>
    public abstract IEnumerable<LayerProblem> Remarks(Shape input, Shape output);

    /// <summary>Adds the kernel and what follows it to the construction of the module, up to the groups.</summary>
    public abstract void AddArguments(CallText call);

    /// <summary>The expression that applies the module to the tensor <paramref name="x"/>.</summary>
    public virtual string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    /// <summary>Why <see cref="Forward"/> is not the module's call, as a comment; null where it is.</summary>
    public virtual string? Explanation => null;

    /// <summary>The expression that applies the module to the tensor <paramref name="x"/> in bfloat16.</summary>
    public virtual string ForwardInBFloat16(string x, string module, Shape output) => $"{module}.InBFloat16({x})";

    /// <summary>The call that adds the node of the layer to an ONNX graph.</summary>
    public abstract string Onnx(string x, string module);

    /// <summary>The module in Python, where it is created without groups and bias, and its call.</summary>
    public abstract PyTorchLayer PyTorch(Func<PythonCall, PythonCall> lastArguments, Shape input, Shape output);

    /// <summary>The call that creates the module, up to its kernel.</summary>
    protected PythonCall PyTorchModule(Shape input) =>
        new PythonCall("nn." + Layer.Kind).Add(input[0]).Add(Layer.OutChannels).Add(PythonText.Of(Layer.KernelExtent));

    /// <summary>The first two sizes of the weight.</summary>
    public abstract long[] WeightChannels(Shape input);

    /// <summary>The factors of the multiply-adds, but for the kernel's.</summary>
    public abstract long[] Products(Shape input, Shape output);

    /// <summary>
    /// Whether libtorch would write beyond the gradient of the weight: with a border of zeros that is wider than the stride along the
    /// depth. Seen in 2.10; with a stride of 1, a smaller border or along other dimensions the gradient is right.
    /// </summary>
    protected bool HasUnsafeBorder =>
        Layer.SpatialRank == 3 && Layer.StrideExtent[0] > 1 && Layer.PaddingExtent[0] > Layer.StrideExtent[0];

    /// <summary>
    /// A stride that oneDNN, which computes convolutions on processors, cannot take: from stride² · channels · 4 bytes = 2³² on its kernels
    /// end the process, for some sizes and on some processors. Half of that is refused.
    /// </summary>
    /// <param name="channels">The channels on the side that is stepped over: a convolution's input, a transposed one's output.</param>
    /// <param name="side">Which side that is, for the message.</param>
    protected LayerProblem? StrideProblem(long channels, string side)
    {
        var longest = (long)Math.Sqrt((1 << 29) / channels);
        return Layer.StrideExtent.Sizes.All(stride => stride == 1 || stride <= longest)
            ? null
            : new(
                Rule.SizeOverflows,
                nameof(ConvolutionAttribute.Stride),
                $"its stride is {Layer.StrideExtent}, but convolutions on processors can step by at most {CodeText.Count(longest)} over "
                    + $"{side} of {CodeText.Count(channels, "channel")}, and end the process beyond; make the Stride smaller"
            );
    }

    /// <summary>The call of a node: strides before, dilations and groups after what only one direction has.</summary>
    protected CallText OnnxCall(string operation, string x, string module) =>
        new CallText("graph." + operation)
            .Add(x)
            .Add(module)
            .AddUnless(Layer.StrideExtent.IsEach(1), "strides", Layer.StrideExtent.List);

    protected LayerProblem TooManyValues(Shape input) =>
        new(
            Rule.SizeOverflows,
            null,
            $"with its padding and a stride, the input {input} spans more than {CodeText.Count(int.MaxValue)} "
                + $"{Axes.ValuesOf(Layer.SpatialRank)} in a dimension, and convolutions count them in 32 bits; make the Padding, the Stride "
                + "or the Dilation smaller"
        );

    /// <summary>Sets a padding; 0 is the default and need not be typed.</summary>
    protected static ArgumentChange SetOrRemove(string padding, long value) =>
        value == 0 ? ArgumentChange.Removal(padding) : ArgumentChange.Property(padding, CodeText.Of(value));

    protected static ArgumentChange SetKernel(long kernelSize) =>
        ArgumentChange.Parameter("kernelSize", 1, CodeText.Of(kernelSize));
}
