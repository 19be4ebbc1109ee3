using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Conv1d, Conv2d and Conv3d.</summary>
internal abstract record FuzzedForwardConvolution(ConvolutionArguments Shared, bool? SamePadding, string? Mode)
    : FuzzedConvolution(Shared)
{
    private const string UnknownMode = "(PaddingMode)9";

    protected bool IsSame => SamePadding ?? false;

    protected PaddingModes EngineMode =>
        Enum.Parse<PaddingModes>(Mode?["PaddingMode.".Length..] ?? nameof(PaddingModes.Zeros));

    /// <summary>Draws what the constructor takes.</summary>
    protected static (ConvolutionArguments Shared, bool? SamePadding, string? Mode) DrawArguments(
        FuzzRandom random,
        long[] input,
        int rank
    )
    {
        var (channels, sizes) = FieldOf(input, rank);
        var (groups, outChannels) = DrawChannels(random, channels);
        var mode = random.Chance(0.7)
            ? null
            : random.Pick<string>([.. Enum.GetNames<PaddingMode>().Select(name => "PaddingMode." + name)]);
        mode = random.IsWild() && random.Chance(0.2) ? UnknownMode : mode;
        var same = random.Chance(0.15);
        var dimensions = sizes
            .Select(size => ConvolutionDrawing.Draw(random, size, LargestPadding(mode, size), same))
            .ToArray();
        if (same || sizes.All(size => size == sizes[0]) ? random.Chance(0.5) : random.Chance(0.1))
        {
            Array.Fill(dimensions, dimensions[0]);
        }

        return (
            ConvolutionArguments.Of(random, outChannels, groups, dimensions),
            same ? true : random.Optional(0.05, () => false),
            mode
        );
    }

    /// <summary>Arguments that give the sizes asked for; null where the draw found none.</summary>
    public static ConvolutionArguments? Towards(FuzzRandom random, long[] input, long[] target)
    {
        var dimensions = input
            .Skip(1)
            .Zip(target.Skip(1), (from, to) => ConvolutionDrawing.Towards(random, (int)from, (int)to))
            .ToList();
        return dimensions.Contains(null)
            ? null
            : ConvolutionArguments.Of(random, (int)target[0], null, [.. dimensions.OfType<ConvolutionDimension>()]);
    }

    public override string? ContractRefusal(long[] input) =>
        base.ContractRefusal(input)
        ?? (IsSame && Shared.Paddings.Any(padding => padding != 0) ? Contract.SamePaddingIsThePadding : null)
        ?? (Mode == UnknownMode ? Contract.UnknownMember : null);

    protected override long SteppedChannels(long[] input) => input[0];

    protected override IEnumerable<double> Spans(long[] input) =>
        Shared.Strides.Select((stride, axis) => input[axis + 1] + Border(axis) + stride);

    public override long[]? Expect(long[] input)
    {
        if (input.Length != Rank || Shared.OutChannels < 1 || Shared.Groups < 1)
        {
            return null;
        }

        long[] sizes = [.. Enumerable.Range(0, Shared.Rank).Select(axis => Expect(input[axis + 1], axis))];
        return sizes.Any(size => size < 1) ? null : [Shared.OutChannels, .. sizes];
    }

    public override IEnumerable<double[]> Holds(long[] input) =>
        input.Length == Rank && (Mode is not null || IsBorderWritten)
            ? base.Holds(input)
                .Append([input[0], .. Enumerable.Range(0, Shared.Rank).Select(axis => input[axis + 1] + Border(axis))])
            : base.Holds(input);

    public override double Operations(long[] input) =>
        Expect(input) is { } output ? Sizes.Product(output) * input[0] / Shared.GroupCount * Shared.KernelProduct : 0;

    /// <summary>
    /// TorchSharp's modules mistake one dimension for another where the border that keeps the sizes is made of the input, and libtorch
    /// some borders where it is not: then it is made here.
    /// </summary>
    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        var isOfInput = IsSame && EngineMode != PaddingModes.Zeros;
        var isOfZeros = EngineMode == PaddingModes.Zeros && HasUnsafeBorder;
        if (x.dim() != Shared.Rank + 2 || !(isOfInput || isOfZeros))
        {
            return base.Apply(x, module, training);
        }

        if (IsSame && Shared.Strides.Any(stride => stride != 1))
        {
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        }

        for (var axis = 0; axis < Shared.Rank; axis++)
        {
            var total = (long)Border(axis);
            x = InputBorder.Around(x, axis + 2, total / 2, total - (total / 2), EngineMode);
        }

        return Convolve(x, module!.get_parameter("weight")!, module.get_parameter("bias"));
    }

    /// <summary>The engine's own operator, without a border.</summary>
    protected abstract Tensor Convolve(Tensor x, Tensor weight, Tensor? bias);

    protected override AttributeText Arguments(AttributeText text) =>
        base.Arguments(text).Set("SamePadding", SamePadding).SetText("PaddingMode", Mode);

    /// <summary>Whether zeros are written around the input before the convolution, as libtorch does itself for uneven borders.</summary>
    private bool IsBorderWritten =>
        HasUnsafeBorder || (IsSame && Enumerable.Range(0, Shared.Rank).Any(axis => Border(axis) % 2 != 0));

    private double Border(int axis) =>
        IsSame ? (double)Shared.Dilations[axis] * (Shared.Kernel[axis] - 1) : 2.0 * Shared.Paddings[axis];

    private long Expect(long size, int axis)
    {
        var (kernel, stride, padding, dilation) = (
            Shared.Kernels[axis],
            Shared.Strides[axis],
            Shared.Paddings[axis],
            Shared.Dilations[axis]
        );
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
