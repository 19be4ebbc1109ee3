using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>What the convolutions share.</summary>
internal abstract record FuzzedConvolution(ConvolutionArguments Shared) : FuzzedLayer
{
    public override int? Rank => Shared.Rank + 1;

    public override string? WeightKind => "Convolutions";

    public override string? ContractRefusal(long[] input) =>
        input.Length == Shared.Rank ? Contract.MinibatchStays
        : Shared.OutChannels == 0 ? Contract.EmptyTensor
        : Shared.Paddings.Any(padding => padding < 0) ? Contract.NegativePaddingCrops
        : Shared.Dilations.Any(dilation => dilation < 1) ? Contract.DilationIsADistance
        : input.Length == Rank
        && Shared.Strides.Any(stride =>
            stride > 1 && (double)stride * stride * SteppedChannels(input) > Contract.LargestStep
        )
            ? Contract.StrideOfNoKernel
        : input.Length == Rank && Spans(input).Any(span => span > int.MaxValue) ? Contract.PixelsAreCountedIn32Bits
        : null;

    /// <summary>Where libtorch's gradient of a weight is wrong or ends the process: a border of zeros wider than the stride along the depth.</summary>
    protected bool HasUnsafeBorder =>
        Shared.Rank == 3 && Shared.Strides[0] > 1 && Shared.Paddings[0] > Shared.Strides[0];

    /// <summary>The channels of the side that is larger for the stride.</summary>
    protected abstract long SteppedChannels(long[] input);

    /// <summary>The values of each dimension with the padding, and one stride.</summary>
    protected abstract IEnumerable<double> Spans(long[] input);

    public override IEnumerable<double[]> Holds(long[] input) =>
        input.Length == Rank
            ?
            [
                [Shared.OutChannels, input[0], .. Shared.Kernel.Select(size => (double)size)],
            ]
            : [];

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => module!.call(x);

    protected override AttributeText Arguments(AttributeText text) => Shared.AddTo(text);

    protected static (long, long) Pair(long[] sizes) => (sizes[0], sizes[1]);

    protected static (long, long, long) Triple(long[] sizes) => (sizes[0], sizes[1], sizes[2]);

    /// <summary>Channels and the sizes after them to draw a convolution for, whatever the input.</summary>
    protected static (int Channels, int[] Sizes) FieldOf(long[] input, int rank) =>
        (
            (int)input[0],
            input.Length == rank + 1
                ? [.. input[1..].Select(size => (int)size)]
                : [.. Enumerable.Repeat(rank == 3 ? 3 : 4, rank)]
        );

    /// <summary>Groups and output channels that they divide, or at times do not.</summary>
    protected static (int? Groups, int OutChannels) DrawChannels(FuzzRandom random, int channels)
    {
        if (random.IsWild())
        {
            return (random.Pick(channels - 1, channels, channels + 1, 0, -1, 2, 3), random.IntArgument(1, 6));
        }

        var divisors = Enumerable.Range(1, Math.Clamp(channels, 1, 64)).Where(each => channels % each == 0).ToList();
        var groups = random.Chance(0.7) ? 1 : random.Pick(divisors);
        return (groups == 1 && random.Chance(0.8) ? null : groups, groups * random.Int(1, 4));
    }
}
