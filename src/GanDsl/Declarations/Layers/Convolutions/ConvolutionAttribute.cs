namespace GanDsl;

/// <summary>What convolutions of signals, images and volumes share, transposed or not: their extents, groups and bias.</summary>
public abstract class ConvolutionAttribute : LayerAttribute
{
    private protected ConvolutionAttribute(int outChannels) => OutChannels = outChannels;

    /// <summary>The number of channels of the output.</summary>
    public int OutChannels { get; }

    /// <summary>The step of the kernel. Default: 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The padding on every side. Default: 0.</summary>
    public int Padding { get; set; }

    /// <summary>The distance between the kernel's taps. Default: 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The number of groups that the channels are split into; must divide both channel counts. Default: 1.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a learned bias is added to each channel. Default: true.</summary>
    public bool Bias { get; set; } = true;

    internal override bool LeavesOutputFree => true;

    internal abstract Extent KernelExtent { get; }

    internal abstract Extent StrideExtent { get; }

    internal abstract Extent PaddingExtent { get; }

    internal abstract Extent DilationExtent { get; }

    /// <summary>Whether the kernel was declared by one number.</summary>
    internal abstract bool HasKernelSize { get; }

    /// <summary>What it computes: a convolution or a transposed one.</summary>
    internal abstract ConvolutionRule Convolution { get; }

    /// <summary>The number of dimensions after the channels.</summary>
    internal int SpatialRank => KernelExtent.Rank;

    internal sealed override LayerWeight? Weight => new(LayerKinds.Convolutions, Convolution.OutputDimension);

    internal sealed override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, "outChannels", OutChannels),
            .. ArgumentCheck.AtLeast(1, "kernelSize", "kernel", KernelExtent),
            .. ArgumentCheck.AtLeast(1, nameof(Stride), StrideExtent),
            .. ArgumentCheck.AtLeast(0, nameof(Padding), PaddingExtent),
            .. ArgumentCheck.AtLeast(1, nameof(Dilation), DilationExtent),
            .. ArgumentCheck.AtLeast(1, nameof(Groups), Groups),
            .. Convolution.ArgumentProblems(),
        ];

    internal sealed override ShapeResult InferShape(Shape input) =>
        InputProblem(input) is { } problem ? problem : Convolution.InferShape(input);

    internal sealed override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        [.. ChannelsOfInput(input), .. Convolution.Remarks(input, output)];

    internal sealed override LayerModule? Module(Shape input)
    {
        var call = new CallText("nn." + Kind).Add(input[0]).Add(OutChannels);
        Convolution.AddArguments(call);
        return new(Kind, call.AddUnless(1, "groups", Groups).AddUnless(true, "bias", Bias));
    }

    internal sealed override IReadOnlyList<LayerParameter> Parameters(Shape input)
    {
        var weight = new LayerParameter("weight", [.. Convolution.WeightChannels(input), .. KernelSizes]);
        return Bias ? [weight, new("bias", OutChannels)] : [weight];
    }

    internal sealed override long MultiplyAdds(Shape input, Shape output) =>
        Count.Product([.. Convolution.Products(input, output), .. KernelSizes]);

    internal sealed override bool AddsChannelBias(Shape input) => Bias;

    internal sealed override Mend? MendOutput(Shape found, Shape wanted) =>
        Groups == 1 && found.WithFirst(wanted[0]).Equals(wanted)
            ? Mend.Set(Kind, ArgumentChange.Parameter("outChannels", 0, CodeText.Of(wanted[0])))
            : null;

    internal sealed override string Forward(string x, string module, Shape output) =>
        Convolution.Forward(x, module, output);

    internal sealed override string Onnx(string x, string module, Shape input, Shape output) =>
        Convolution.Onnx(x, module);

    internal sealed override string? Explanation => Convolution.Explanation;

    internal sealed override LayerPrecision Precision => LayerPrecision.BFloat16;

    internal sealed override string ForwardInBFloat16(string x, string module, Shape output) =>
        Convolution.ForwardInBFloat16(x, module, output);

    internal sealed override PyTorchLayer PyTorch(Shape input, Shape output) =>
        Convolution.PyTorch(call => call.AddUnless(1, "groups", Groups).AddUnless(true, "bias", Bias), input, output);

    /// <summary>
    /// What to declare instead, as the end of a sentence, where the numbers look like PyTorch's: Conv2d(3, 64, 4) means 3 channels of input and 64 of
    /// output there; here it would be 3 channels of output and a kernel of 64 x 4. Null where they do not: narrow kernels that are meant, such as
    /// 7 x 1, have fewer rows, or one column.
    /// </summary>
    internal string? AdviceOnChannels(Shape input)
    {
        const int fewestChannels = 8;
        var sizes = KernelExtent.Sizes;
        if (
            HasKernelSize
            || SpatialRank != 2
            || Groups != 1
            || OutChannels != input[0]
            || sizes[0] < fewestChannels
            || sizes[1] is < 2 or >= fewestChannels
        )
        {
            return null;
        }

        var (channels, kernel) = (CodeText.Of(sizes[0]), CodeText.Of(sizes[1]));
        return $"the channels of the input are inferred, so declare {Kind}({channels}, {kernel}) if {channels} are those of the output";
    }

    private IEnumerable<LayerProblem> ChannelsOfInput(Shape input) =>
        AdviceOnChannels(input) is { } advice
            ?
            [
                new(
                    Rule.UnusualArgument,
                    "kernelHeight",
                    $"its kernel is {KernelExtent}, and its output has as many channels as its input; {advice}"
                ),
            ]
            : [];

    private IEnumerable<long> KernelSizes => KernelExtent.Sizes.Select(size => (long)size);

    /// <summary>What all of them need of their input; null when it is fine.</summary>
    private LayerProblem? InputProblem(Shape input)
    {
        if (input.Rank != SpatialRank + 1)
        {
            var needed = Axes.InputOf(SpatialRank);
            return Axes.AreOf(input)
                ? LayerProblem.Rank(
                    needed,
                    input,
                    $"use {Kind.Replace($"{SpatialRank}d", $"{input.Rank - 1}d")}, or add a Reshape before it"
                )
                : LayerProblem.Rank(needed, input);
        }

        return input[0] % Groups == 0 && OutChannels % Groups == 0
            ? null
            : new(
                Rule.GroupsDoNotDivide,
                nameof(Groups),
                $"Groups is {CodeText.Of(Groups)}, but it has to divide the {CodeText.Of(input[0])} channels of its input and "
                    + $"its {CodeText.Of(OutChannels)} output channels",
                Mend.Set(Kind, SetGroups(input[0]))
            );
    }

    /// <summary>The largest number of groups that divides both, where it is not larger than what was asked for; else no groups.</summary>
    private ArgumentChange SetGroups(long inChannels)
    {
        var common = Count.GreatestCommonDivisor(inChannels, OutChannels);
        return common == 1 || common > Groups
            ? ArgumentChange.Removal(nameof(Groups))
            : ArgumentChange.Property(nameof(Groups), CodeText.Of(common));
    }
}
