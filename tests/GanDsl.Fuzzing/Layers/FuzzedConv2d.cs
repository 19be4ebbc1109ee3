using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedConv2d(
    int OutChannels,
    int KernelHeight,
    int KernelWidth,
    Extent Stride,
    Extent Padding,
    Extent Dilation,
    int? Groups,
    bool? Bias,
    bool? SamePadding,
    string? Mode
) : FuzzedConvolution(OutChannels, KernelHeight, KernelWidth, Stride, Padding, Dilation, Groups, Bias)
{
    private const string UnknownMode = "(PaddingMode)9";

    private bool IsSame => SamePadding ?? false;

    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (channels, height, width) = ImageOf(input);
        var (groups, outChannels) = DrawChannels(random, channels);
        var mode = random.Chance(0.7)
            ? null
            : random.Pick<string>([.. Enum.GetNames<PaddingMode>().Select(name => "PaddingMode." + name)]);
        mode = random.IsWild() && random.Chance(0.2) ? UnknownMode : mode;
        var same = random.Chance(0.15);
        var dimensions = new[] { height, width }
            .Select(size => ConvolutionDrawing.Draw(random, size, LargestPadding(mode, size), same))
            .ToArray();
        var (vertical, horizontal) = (dimensions[0], random.Chance(0.5) ? dimensions[0] : dimensions[1]);
        if (height != width && !same && (mode is not null || vertical == horizontal))
        {
            horizontal = dimensions[1];
        }

        return new FuzzedConv2d(
            outChannels,
            vertical.Kernel,
            horizontal.Kernel,
            ConvolutionDrawing.ToExtent(random, vertical.Stride, horizontal.Stride, 1),
            ConvolutionDrawing.ToExtent(random, vertical.Padding, horizontal.Padding, 0),
            ConvolutionDrawing.ToExtent(random, vertical.Dilation, horizontal.Dilation, 1),
            groups,
            random.Optional(0.2, () => random.Chance(0.5)),
            same ? true : random.Optional(0.05, () => false),
            mode
        );
    }

    /// <summary>A convolution whose output is as high and wide as asked for; null where the draw found none.</summary>
    public static FuzzedLayer? Towards(FuzzRandom random, long[] input, int outChannels, long height, long width)
    {
        var vertical = ConvolutionDrawing.Towards(random, (int)input[1], (int)height);
        var horizontal = ConvolutionDrawing.Towards(random, (int)input[2], (int)width);
        return vertical is null || horizontal is null
            ? null
            : new FuzzedConv2d(
                outChannels,
                vertical.Kernel,
                horizontal.Kernel,
                ConvolutionDrawing.ToExtent(random, vertical.Stride, horizontal.Stride, 1),
                ConvolutionDrawing.ToExtent(random, vertical.Padding, horizontal.Padding, 0),
                ConvolutionDrawing.ToExtent(random, vertical.Dilation, horizontal.Dilation, 1),
                null,
                random.Optional(0.2, () => random.Chance(0.5)),
                null,
                null
            );
    }

    public override string? ContractRefusal(long[] input) =>
        base.ContractRefusal(input)
        ?? (IsSame && PaddingPair != (0, 0) ? Contract.SamePaddingIsThePadding : null)
        ?? (Mode == UnknownMode ? Contract.UnknownMember : null);

    protected override (double Height, double Width) Span(long[] input) =>
        (
            input[1] + Border(KernelHeight, Padding.Height(0), Dilation.Height(1)) + Stride.Height(1),
            input[2] + Border(KernelWidth, Padding.Width(0), Dilation.Width(1)) + Stride.Width(1)
        );

    public override long[]? Expect(long[] input)
    {
        if (input.Length != 3 || OutChannels < 1 || Groups < 1)
        {
            return null;
        }

        var height = Expect(input[1], KernelHeight, Stride.Height(1), Padding.Height(0), Dilation.Height(1));
        var width = Expect(input[2], KernelWidth, Stride.Width(1), Padding.Width(0), Dilation.Width(1));
        return height < 1 || width < 1 ? null : [OutChannels, height, width];
    }

    public override IEnumerable<double[]> Holds(long[] input) =>
        input.Length == 3 && Mode is not null
            ? base.Holds(input)
                .Append([
                    input[0],
                    input[1] + Border(KernelHeight, Padding.Height(0), Dilation.Height(1)),
                    input[2] + Border(KernelWidth, Padding.Width(0), Dilation.Width(1)),
                ])
            : base.Holds(input);

    public override double Operations(long[] input) =>
        Expect(input) is { } output
            ? Sizes.Product(output) * input[0] / GroupCount * KernelHeight * (double)KernelWidth
            : 0;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape)
    {
        var mode = Enum.Parse<PaddingModes>(Mode?["PaddingMode.".Length..] ?? nameof(PaddingModes.Zeros));
        return IsSame
            ? nn.Conv2d(
                shape[1],
                OutChannels,
                KernelPair,
                TorchSharp.Padding.Same,
                StridePair,
                DilationPair,
                mode,
                GroupCount,
                Bias ?? true
            )
            : nn.Conv2d(
                shape[1],
                OutChannels,
                KernelPair,
                StridePair,
                PaddingPair,
                DilationPair,
                mode,
                GroupCount,
                Bias ?? true
            );
    }

    protected override AttributeText Arguments(AttributeText text) =>
        base.Arguments(text).Set("SamePadding", SamePadding).SetText("PaddingMode", Mode);

    private double Border(double kernel, double padding, double dilation) =>
        IsSame ? dilation * (kernel - 1) : 2 * padding;

    private long Expect(long size, long kernel, long stride, long padding, long dilation)
    {
        if (kernel < 1 || stride < 1 || padding < 0 || dilation < 1)
        {
            return 0;
        }

        var room = size + (2 * padding) - (dilation * (kernel - 1)) - 1;
        return IsSame ? size
            : room < 0 ? 0
            : (room / stride) + 1;
    }

    private static int LargestPadding(string? mode, int size) =>
        mode switch
        {
            "PaddingMode.Reflect" => size - 1,
            "PaddingMode.Circular" => size,
            _ => 4,
        };
}
