namespace GanDsl;

/// <summary>What <see cref="Conv2dAttribute"/> and <see cref="ConvTranspose2dAttribute"/> share: their extents, groups and bias.</summary>
/// <remarks>An extent set without <c>Height</c> or <c>Width</c> holds for both; one with it overrides that dimension.</remarks>
public abstract class Convolution2dAttribute : LayerAttribute
{
    private int? strideHeight;
    private int? strideWidth;
    private int? paddingHeight;
    private int? paddingWidth;
    private int? dilationHeight;
    private int? dilationWidth;

    private readonly bool hasKernelSize;

    private protected Convolution2dAttribute(int outChannels, int kernelSize)
        : this(outChannels, kernelSize, kernelSize) => hasKernelSize = true;

    private protected Convolution2dAttribute(int outChannels, int kernelHeight, int kernelWidth)
    {
        OutChannels = outChannels;
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>The number of channels of the output.</summary>
    public int OutChannels { get; }

    /// <summary>The height of the kernel, in pixels.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the kernel, in pixels.</summary>
    public int KernelWidth { get; }

    /// <summary>The step of the kernel, in pixels. Default: 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>The vertical step, where it differs from <see cref="Stride"/>.</summary>
    public int StrideHeight
    {
        get => strideHeight ?? Stride;
        set => strideHeight = value;
    }

    /// <summary>The horizontal step, where it differs from <see cref="Stride"/>.</summary>
    public int StrideWidth
    {
        get => strideWidth ?? Stride;
        set => strideWidth = value;
    }

    /// <summary>The padding on every side, in pixels. Default: 0.</summary>
    public int Padding { get; set; }

    /// <summary>The padding above and below, where it differs from <see cref="Padding"/>.</summary>
    public int PaddingHeight
    {
        get => paddingHeight ?? Padding;
        set => paddingHeight = value;
    }

    /// <summary>The padding left and right, where it differs from <see cref="Padding"/>.</summary>
    public int PaddingWidth
    {
        get => paddingWidth ?? Padding;
        set => paddingWidth = value;
    }

    /// <summary>The distance between the kernel's taps, in pixels. Default: 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>The vertical dilation, where it differs from <see cref="Dilation"/>.</summary>
    public int DilationHeight
    {
        get => dilationHeight ?? Dilation;
        set => dilationHeight = value;
    }

    /// <summary>The horizontal dilation, where it differs from <see cref="Dilation"/>.</summary>
    public int DilationWidth
    {
        get => dilationWidth ?? Dilation;
        set => dilationWidth = value;
    }

    /// <summary>The number of groups that the channels are split into; must divide both channel counts. Default: 1.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a learned bias is added to each channel. Default: true.</summary>
    public bool Bias { get; set; } = true;

    internal (int Height, int Width) KernelExtent => (KernelHeight, KernelWidth);

    internal (int Height, int Width) StrideExtent => (StrideHeight, StrideWidth);

    internal (int Height, int Width) PaddingExtent => (PaddingHeight, PaddingWidth);

    internal (int Height, int Width) DilationExtent => (DilationHeight, DilationWidth);

    internal override LayerWeight? Weight => new(LayerKinds.Convolutions, outputDimension: 0);

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.AtLeast(1, "outChannels", OutChannels),
            .. Extent(1, "kernelSize", "kernelHeight", "kernelWidth", KernelExtent),
            .. Extent(1, nameof(Stride), nameof(StrideHeight), nameof(StrideWidth), StrideExtent),
            .. Extent(0, nameof(Padding), nameof(PaddingHeight), nameof(PaddingWidth), PaddingExtent),
            .. Extent(1, nameof(Dilation), nameof(DilationHeight), nameof(DilationWidth), DilationExtent),
            .. ArgumentCheck.AtLeast(1, nameof(Groups), Groups),
        ];

    internal override bool AddsChannelBias(Shape input) => Bias;

    internal override Mend? MendOutput(Shape found, Shape wanted) =>
        Groups == 1 && found.WithFirst(wanted[0]).Equals(wanted)
            ? Mend.Set(Kind, ArgumentChange.Parameter("outChannels", 0, CodeText.Of(wanted[0])))
            : null;

    internal override string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    /// <summary>Checks an extent, once where both dimensions agree.</summary>
    private protected static IEnumerable<LayerProblem> Extent(
        int least,
        string both,
        string height,
        string width,
        (int Height, int Width) extent
    ) =>
        extent.Height == extent.Width
            ? ArgumentCheck.AtLeast(least, both, extent.Height)
            : ArgumentCheck
                .AtLeast(least, height, extent.Height)
                .Concat(ArgumentCheck.AtLeast(least, width, extent.Width));

    /// <summary>What both convolutions need of their input; null when it is fine.</summary>
    private protected LayerProblem? InputProblem(Shape input)
    {
        if (input.Rank != 3)
        {
            return LayerProblem.Rank("[N, C, H, W]", input);
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
        var (common, rest) = (inChannels, (long)OutChannels);
        while (rest != 0)
        {
            (common, rest) = (rest, common % rest);
        }

        return common == 1 || common > Groups
            ? ArgumentChange.Removal(nameof(Groups))
            : ArgumentChange.Property(nameof(Groups), CodeText.Of(common));
    }

    /// <summary>The extents as emitted arguments: single numbers when all of them are square, else pairs.</summary>
    private protected static bool AllSquare(params (int Height, int Width)[] extents) =>
        extents.All(extent => extent.Height == extent.Width);

    private protected static string Text((int Height, int Width) extent, bool square) =>
        square ? CodeText.Of(extent.Height) : $"({CodeText.Of(extent.Height)}, {CodeText.Of(extent.Width)})";

    private protected static LayerProblem TooManyPixels(Shape input) =>
        new(
            Rule.SizeOverflows,
            null,
            $"with its padding and a stride, the input {input} spans more than {CodeText.Count(int.MaxValue)} pixels in a dimension, and "
                + "convolutions count them in 32 bits; make the Padding, the Stride or the Dilation smaller"
        );

    /// <summary>Whether the kernel was declared by one number.</summary>
    private protected bool HasSquareKernel => hasKernelSize;

    private protected Mend SetKernel(string kernelSize) =>
        Mend.Set(Kind, ArgumentChange.Parameter("kernelSize", 1, kernelSize));

    /// <summary>Sets a padding; 0 is the default and need not be typed.</summary>
    private protected static ArgumentChange SetOrRemove(string padding, long value) =>
        value == 0 ? ArgumentChange.Removal(padding) : ArgumentChange.Property(padding, CodeText.Of(value));
}
