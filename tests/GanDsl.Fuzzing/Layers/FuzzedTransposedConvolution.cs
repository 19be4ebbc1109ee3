using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Layers;

/// <summary>ConvTranspose1d, ConvTranspose2d and ConvTranspose3d.</summary>
internal abstract record FuzzedTransposedConvolution(ConvolutionArguments Shared, Extent OutputPadding)
    : FuzzedConvolution(Shared)
{
    protected long[] OutputPaddings => OutputPadding.Or(0);

    /// <summary>Draws what the constructor takes.</summary>
    protected static (ConvolutionArguments Shared, Extent OutputPadding) DrawArguments(
        FuzzRandom random,
        long[] input,
        int rank
    )
    {
        var (channels, sizes) = FieldOf(input, rank);
        var (groups, outChannels) = DrawChannels(random, channels);
        var dimensions = sizes.Select(size => ConvolutionDrawing.DrawTransposed(random, size)).ToArray();
        if (sizes.All(size => size == sizes[0]) && random.Chance(0.5))
        {
            Array.Fill(dimensions, dimensions[0]);
        }

        return Of(random, outChannels, groups, dimensions);
    }

    /// <summary>Arguments that give the sizes asked for; null where the draw found none.</summary>
    public static (ConvolutionArguments Shared, Extent OutputPadding)? Towards(
        FuzzRandom random,
        long[] input,
        long[] target
    )
    {
        var dimensions = input
            .Skip(1)
            .Zip(target.Skip(1), (from, to) => ConvolutionDrawing.TowardsTransposed(random, (int)from, (int)to))
            .ToList();
        return dimensions.Contains(null)
            ? null
            : Of(random, (int)target[0], null, [.. dimensions.OfType<ConvolutionDimension>()]);
    }

    public override long[]? Expect(long[] input)
    {
        if (input.Length != Rank || Shared.OutChannels < 1 || Shared.Groups < 1)
        {
            return null;
        }

        long[] sizes = [.. Enumerable.Range(0, Shared.Rank).Select(axis => Expect(input[axis + 1], axis))];
        return sizes.Any(size => size < 1) ? null : [Shared.OutChannels, .. sizes];
    }

    protected override IEnumerable<double> Spans(long[] input) =>
        Expect(input) is { } output
            ? Shared.Strides.Select((stride, axis) => output[axis + 1] + (2.0 * Shared.Paddings[axis]) + stride)
            : [];

    public override double Operations(long[] input) =>
        input.Length == Rank ? Sizes.Product(input) * Shared.OutChannels / Shared.GroupCount * Shared.KernelProduct : 0;

    protected override AttributeText Arguments(AttributeText text)
    {
        OutputPadding.AddTo(base.Arguments(text), "OutputPadding");
        return text;
    }

    private long Expect(long size, int axis)
    {
        var (kernel, stride, padding, dilation, outputPadding) = (
            Shared.Kernels[axis],
            Shared.Strides[axis],
            Shared.Paddings[axis],
            Shared.Dilations[axis],
            OutputPaddings[axis]
        );
        return kernel < 1 || stride < 1 || padding < 0 || outputPadding < 0 || dilation < 1
            ? 0
            : ((size - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + outputPadding + 1;
    }

    private static (ConvolutionArguments, Extent) Of(
        FuzzRandom random,
        int outChannels,
        int? groups,
        IReadOnlyList<ConvolutionDimension> dimensions
    ) =>
        (
            ConvolutionArguments.Of(random, outChannels, groups, dimensions),
            ConvolutionDrawing.ToExtent(random, [.. dimensions.Select(each => each.OutputPadding)], 0)
        );
}
