using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

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

    protected override long SteppedChannels(long[] input) => Shared.OutChannels;

    protected override IEnumerable<double> Spans(long[] input) =>
        Expect(input) is { } output
            ? Shared.Strides.Select((stride, axis) => output[axis + 1] + (2.0 * Shared.Paddings[axis]) + stride)
            : [];

    public override double Operations(long[] input) =>
        input.Length == Rank ? Sizes.Product(input) * Shared.OutChannels / Shared.GroupCount * Shared.KernelProduct : 0;

    /// <summary>
    /// TorchSharp's modules take one output padding for all dimensions. An output padding reaches as far beyond the end as less padding
    /// does, which then has too much at the start; beyond what the kernel reaches there is the bias alone.
    /// </summary>
    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        var (weight, bias) = (module!.get_parameter("weight")!, module.get_parameter("bias"));
        RequireOpinion(x, weight, bias);
        if (OutputPaddings.All(size => size == 0) && !HasUnsafeBorder)
        {
            return Transpose(x, weight, bias, Shared.Paddings, OutputPaddings);
        }

        // libtorch's own padding may be unsafe: then all of it is cut off here.
        var less = Shared.Paddings.Zip(OutputPaddings, (padding, added) => Math.Max(0, padding - added)).ToArray();
        less[0] = HasUnsafeBorder ? 0 : less[0];
        var output = Transpose(x, weight, null, less, new long[Shared.Rank]);
        for (var axis = 0; axis < Shared.Rank; axis++)
        {
            var start = Shared.Paddings[axis] - less[axis];
            var wanted = Size(x.shape[axis + 2], axis);
            var reached = Math.Min(wanted, output.shape[axis + 2] - start);
            var beyond = zeros([
                .. output.shape.Select((size, dimension) => dimension == axis + 2 ? wanted - reached : size),
            ]);
            output = cat([output.narrow(axis + 2, start, reached), beyond], axis + 2);
        }

        return bias is null ? output : output + bias.reshape([-1, .. Enumerable.Repeat(1L, Shared.Rank)]);
    }

    /// <summary>The engine's own operator, with an argument for each dimension.</summary>
    protected abstract Tensor Transpose(Tensor x, Tensor weight, Tensor? bias, long[] paddings, long[] outputPaddings);

    /// <summary>The engine's word on the arguments; but for sizes below 1, which end the process.</summary>
    private void RequireOpinion(Tensor x, Tensor weight, Tensor? bias)
    {
        // PyTorch's own check, torch.nn.modules.conv._ConvNd; TorchSharp rounds down instead.
        if (Shared.OutChannels % Shared.GroupCount != 0)
        {
            throw new ArgumentException("out_channels must be divisible by groups");
        }

        var sizes = Enumerable.Range(0, Shared.Rank).Select(axis => Size(x.shape[axis + 2], axis));
        if (x.dim() == Shared.Rank + 2 && sizes.Any(size => size < 1))
        {
            throw new ArgumentException("The output is too small.");
        }

        using var noGradients = no_grad();
        Transpose(x, weight, bias, Shared.Paddings, OutputPaddings).Dispose();
    }

    protected override AttributeText Arguments(AttributeText text)
    {
        OutputPadding.AddTo(base.Arguments(text), "OutputPadding");
        return text;
    }

    private long Expect(long size, int axis) =>
        Shared.Kernels[axis] < 1
        || Shared.Strides[axis] < 1
        || Shared.Paddings[axis] < 0
        || OutputPaddings[axis] < 0
        || Shared.Dilations[axis] < 1
            ? 0
            : Size(size, axis);

    private long Size(long size, int axis) =>
        ((size - 1) * Shared.Strides[axis])
        - (2 * Shared.Paddings[axis])
        + (Shared.Dilations[axis] * (Shared.Kernels[axis] - 1))
        + OutputPaddings[axis]
        + 1;

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
