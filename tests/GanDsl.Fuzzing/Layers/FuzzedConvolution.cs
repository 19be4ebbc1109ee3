using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>What the two-dimensional convolutions share.</summary>
internal abstract record FuzzedConvolution(
    int OutChannels,
    int KernelHeight,
    int KernelWidth,
    Extent Stride,
    Extent Padding,
    Extent Dilation,
    int? Groups,
    bool? Bias
) : FuzzedLayer
{
    protected int GroupCount => Groups ?? 1;

    protected (long, long) KernelPair => (KernelHeight, KernelWidth);

    protected (long, long) StridePair => (Stride.Height(1), Stride.Width(1));

    protected (long, long) PaddingPair => (Padding.Height(0), Padding.Width(0));

    protected (long, long) DilationPair => (Dilation.Height(1), Dilation.Width(1));

    public override string? ContractRefusal(long[] input) =>
        input.Length == 2 ? Contract.MinibatchStays
        : OutChannels == 0 ? Contract.EmptyTensor
        : Padding.Height(0) < 0 || Padding.Width(0) < 0 ? Contract.NegativePaddingCrops
        : input.Length == 3 && Math.Max(Span(input).Height, Span(input).Width) > int.MaxValue
            ? Contract.PixelsAreCountedIn32Bits
        : null;

    /// <summary>The pixels of each dimension with the padding, and one stride.</summary>
    protected abstract (double Height, double Width) Span(long[] input);

    public override IEnumerable<double[]> Holds(long[] input) =>
        input.Length == 3
            ?
            [
                [OutChannels, input[0], KernelHeight, KernelWidth],
            ]
            : [];

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => module!.call(x);

    protected override AttributeText Arguments(AttributeText text)
    {
        text.Add(OutChannels, KernelHeight);
        if (KernelWidth != KernelHeight)
        {
            text.Add(KernelWidth);
        }

        Stride.AddTo(text, "Stride");
        Padding.AddTo(text, "Padding");
        Dilation.AddTo(text, "Dilation");
        return text.Set("Groups", Groups).Set("Bias", Bias);
    }

    /// <summary>Channels, height and width to draw a convolution for, whatever the input.</summary>
    protected static (int Channels, int Height, int Width) ImageOf(long[] input) =>
        input.Length == 3 ? ((int)input[0], (int)input[1], (int)input[2]) : ((int)input[0], 4, 4);

    /// <summary>Groups and output channels that they divide, or at times do not.</summary>
    protected static (int? Groups, int OutChannels) DrawChannels(FuzzRandom random, int channels)
    {
        if (random.IsWild())
        {
            return (random.Pick(channels - 1, channels, channels + 1, 0, -1, 2, 3), random.IntArgument(1, 6));
        }

        var divisors = Enumerable.Range(1, Math.Max(1, channels)).Where(each => channels % each == 0).ToList();
        var groups = random.Chance(0.7) ? 1 : random.Pick(divisors);
        return (groups == 1 && random.Chance(0.8) ? null : groups, groups * random.Int(1, 4));
    }
}
