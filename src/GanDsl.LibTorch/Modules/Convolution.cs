using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Base class of convolutions and transposed convolutions in one, two and three dimensions.</summary>
public abstract class Convolution : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    private long[] _border = [];

    private protected Convolution(string name, in ConvolutionShape shape)
        : base(name)
    {
        in_channels = shape.InChannels;
        out_channels = shape.OutChannels;
        kernel_size = shape.KernelSize;
        stride = shape.Stride;
        dilation = shape.Dilation;
        output_padding = shape.OutputPadding;
        transposed = shape.IsTransposed;
        groups = shape.Groups;
        padding_mode = shape.PaddingMode;
        shape.Validate(name);
        if (shape.PaddingType is { } type)
        {
            SetPadding(type);
        }
        else
        {
            SetPadding(shape.Padding);
        }

        weight = new Parameter(torch.empty(shape.WeightShape, shape.Dtype, shape.Device));
        bias = shape.HasBias ? new Parameter(torch.empty([out_channels], shape.Dtype, shape.Device)) : null;
        reset_parameters();
    }

    /// <summary>Channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>Channels of the output.</summary>
    public long out_channels { get; }

    /// <summary>True for a transposed convolution.</summary>
    public bool transposed { get; }

    /// <summary>The padding that follows from the other sizes, or null where <see cref="padding"/> gives numbers.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>Padding on both sides of each spatial dimension, or null where <see cref="padding_type"/> decides.</summary>
    public long[]? padding { get; private set; }

    /// <summary>How the input is continued where it is padded. Default: zeros.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>Number of groups of channels that are convolved apart from each other. Default: 1.</summary>
    public long groups { get; set; }

    /// <summary>Size of the kernel in each spatial dimension.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Stride in each spatial dimension.</summary>
    public long[] stride { get; set; }

    /// <summary>Distance of the kernel's elements in each spatial dimension.</summary>
    public long[] dilation { get; set; }

    /// <summary>Size added to one side of the output of a transposed convolution, in each spatial dimension.</summary>
    public long[] output_padding { get; set; }

    /// <summary>
    /// The kernels: [out_channels, in_channels / groups, kernel...], and transposed
    /// [in_channels, out_channels / groups, kernel...].
    /// </summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(nameof(weight), ref _weight, value ?? throw new ArgumentNullException(nameof(weight)));
    }

    /// <summary>The bias: [out_channels], or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(nameof(bias), ref _bias, value);
    }

    /// <summary>Draws new parameters from U(-1/√fan_in, 1/√fan_in).</summary>
    public void reset_parameters() => DefaultInitialisation.Apply(weight, bias);

    /// <summary>Sets the padding to numbers.</summary>
    /// <param name="padding">Padding on both sides of each spatial dimension.</param>
    public void SetPadding(long[] padding)
    {
        (this.padding, padding_type) = (padding, null);
        // torch.nn.functional.pad counts from the last dimension, a pair of sides for each.
        _border = [.. padding.Reverse().SelectMany(side => new[] { side, side })];
    }

    /// <summary>Sets the padding that follows from the other sizes.</summary>
    /// <param name="padding">None, or as much as keeps the size.</param>
    /// <exception cref="ArgumentException">The convolution is transposed, or <see cref="Padding.Same"/> meets a stride.</exception>
    public void SetPadding(Padding padding)
    {
        if (transposed)
        {
            throw new ArgumentException(
                $"{GetName()} takes padding in numbers: Padding.{padding} is for convolutions that are not transposed.",
                nameof(padding)
            );
        }

        if (padding == Padding.Same && stride.Any(step => step != 1))
        {
            throw new ArgumentException(
                $"{GetName()} cannot keep the size with stride [{string.Join(", ", stride)}]: use stride 1 with Padding.Same, or give the padding in numbers.",
                nameof(padding)
            );
        }

        (this.padding, padding_type) = (null, padding);
        _border = [.. SidesOf(padding)];
    }

    /// <summary>Convolves an input whose channels have been checked, without the padding mode.</summary>
    private protected abstract torch.Tensor Convolve(torch.Tensor input, long[] padding);

    /// <summary>Number of spatial dimensions.</summary>
    private protected int Dimensions => kernel_size.Length;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        RequireChannels(input);
        if (padding_mode == PaddingModes.Zeros && BalancedPadding() is { } numbers)
        {
            return Convolve(input, numbers);
        }

        using var padded = torch.nn.functional.pad(
            input,
            _border,
            padding_mode == PaddingModes.Zeros ? PaddingModes.Constant : padding_mode
        );
        return Convolve(padded, new long[Dimensions]);
    }

    private protected void RequireChannels(torch.Tensor input)
    {
        // Read once: every look at a native tensor is a call, and this is on the path of every layer.
        var shape = input.shape;
        var isBatched = shape.Length == Dimensions + 2;
        if ((!isBatched && shape.Length != Dimensions + 1) || shape[isBatched ? 1 : 0] != in_channels)
        {
            throw new ArgumentException(
                $"{GetName()} was given shape [{string.Join(", ", shape)}], but needs {Dimensions + 2} dimensions "
                    + $"(or {Dimensions + 1} without the batch) with {in_channels} channels: reshape the input or change in_channels.",
                nameof(input)
            );
        }
    }

    /// <summary>The padding in numbers where both sides of every dimension get the same, else null.</summary>
    private long[]? BalancedPadding()
    {
        if (padding is not null)
        {
            return padding;
        }

        var balanced = new long[Dimensions];
        for (var i = 0; i < balanced.Length; i++)
        {
            var side = 2 * (balanced.Length - 1 - i);
            if (_border[side] != _border[side + 1])
            {
                return null;
            }

            balanced[i] = _border[side];
        }

        return balanced;
    }

    private IEnumerable<long> SidesOf(Padding padding)
    {
        for (var i = Dimensions - 1; i >= 0; i--)
        {
            var total = padding == Padding.Same ? dilation[i] * (kernel_size[i] - 1) : 0;
            yield return total / 2;
            yield return total - (total / 2);
        }
    }
}
