using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Layers;

/// <summary>The arguments that all convolutions have, for any number of dimensions.</summary>
internal sealed record ConvolutionArguments(
    int OutChannels,
    int[] Kernel,
    Extent Stride,
    Extent Padding,
    Extent Dilation,
    int? Groups,
    bool? Bias
)
{
    public int Rank => Kernel.Length;

    public int GroupCount => Groups ?? 1;

    public bool HasBias => Bias ?? true;

    public long[] Kernels => [.. Kernel.Select(size => (long)size)];

    public long[] Strides => Stride.Or(1);

    public long[] Paddings => Padding.Or(0);

    public long[] Dilations => Dilation.Or(1);

    public double KernelProduct => Kernel.Aggregate(1.0, (product, size) => product * size);

    public static ConvolutionArguments Of(
        FuzzRandom random,
        int outChannels,
        int? groups,
        IReadOnlyList<ConvolutionDimension> dimensions
    ) =>
        new(
            outChannels,
            [.. dimensions.Select(each => each.Kernel)],
            ConvolutionDrawing.ToExtent(random, [.. dimensions.Select(each => each.Stride)], 1),
            ConvolutionDrawing.ToExtent(random, [.. dimensions.Select(each => each.Padding)], 0),
            ConvolutionDrawing.ToExtent(random, [.. dimensions.Select(each => each.Dilation)], 1),
            groups,
            random.Optional(0.2, () => random.Chance(0.5))
        );

    public AttributeText AddTo(AttributeText text)
    {
        text.Add(OutChannels, Kernel[0]);
        if (Kernel.Any(size => size != Kernel[0]))
        {
            text.Add(Kernel[1..]);
        }

        Stride.AddTo(text, "Stride");
        Padding.AddTo(text, "Padding");
        Dilation.AddTo(text, "Dilation");
        return text.Set("Groups", Groups).Set("Bias", Bias);
    }
}
