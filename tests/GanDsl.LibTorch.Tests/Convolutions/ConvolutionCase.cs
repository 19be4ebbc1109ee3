using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Convolutions;

/// <summary>One convolution: its numbers, and seeded tensors that fit it.</summary>
internal sealed record ConvolutionCase
{
    public bool IsTransposed { get; init; }

    public long Batch { get; init; } = 2;

    public long InputChannels { get; init; } = 1;

    public long OutputChannels { get; init; } = 1;

    public long[] Size { get; init; } = [];

    public long[] Kernel { get; init; } = [];

    public long[] Stride { get; init; } = [];

    public long[] Padding { get; init; } = [];

    /// <summary>Of a transposed one only.</summary>
    public long[] OutputPadding { get; init; } = [];

    public long[] Dilation { get; init; } = [];

    public long Groups { get; init; } = 1;

    public bool HasBias { get; init; } = true;

    public long[] InputShape => [Batch, InputChannels, .. Size];

    public long[] WeightShape =>
        IsTransposed
            ? [InputChannels, OutputChannels / Groups, .. Kernel]
            : [OutputChannels, InputChannels / Groups, .. Kernel];

    /// <summary>A case in two dimensions with every number set, each dimension in its own way.</summary>
    public static ConvolutionCase Uneven(bool isTransposed, long input, long output, long groups = 1) =>
        new()
        {
            IsTransposed = isTransposed,
            InputChannels = input,
            OutputChannels = output,
            Size = [6, 8],
            Kernel = [3, 2],
            Stride = [2, 3],
            Padding = [2, 1],
            OutputPadding = [1, 2],
            Dilation = [1, 2],
            Groups = groups,
        };

    /// <summary>The sizes of the output, by the formulas of PyTorch's documentation.</summary>
    public long[] OutputSize() =>
        [
            .. Size.Select(
                (size, i) =>
                    IsTransposed
                        ? ((size - 1) * Stride[i])
                            - (2 * Padding[i])
                            + (Dilation[i] * (Kernel[i] - 1))
                            + OutputPadding[i]
                            + 1
                        : ((size + (2 * Padding[i]) - (Dilation[i] * (Kernel[i] - 1)) - 1) / Stride[i]) + 1
            ),
        ];

    /// <summary>Input, weight and, where there is one, bias; values that 32 bits hold.</summary>
    public Tensor[] Draw(int seed)
    {
        using var generator = new Generator((ulong)seed);
        Tensor[] drawn =
        [
            randn(InputShape, ScalarType.Float32, generator: generator),
            randn(WeightShape, ScalarType.Float32, generator: generator),
            .. HasBias ? [randn([OutputChannels], ScalarType.Float32, generator: generator)] : Array.Empty<Tensor>(),
        ];
        return drawn;
    }

    /// <summary>The convolution of an input, a weight and perhaps a bias.</summary>
    public Tensor Call(params Tensor[] tensors)
    {
        var (input, weight, bias) = (tensors[0], tensors[1], tensors.ElementAtOrDefault(2));
        return (Kernel.Length, IsTransposed) switch
        {
            (1, false) => nn.functional.conv1d(input, weight, bias, Stride[0], Padding[0], Dilation[0], Groups),
            (2, false) => nn.functional.conv2d(input, weight, bias, Stride, Padding, Dilation, Groups),
            (3, false) => nn.functional.conv3d(input, weight, bias, Stride, Padding, Dilation, Groups),
            (1, true) => nn.functional.conv_transpose1d(
                input,
                weight,
                bias,
                Stride[0],
                Padding[0],
                OutputPadding[0],
                Dilation[0],
                Groups
            ),
            (2, true) => nn.functional.conv_transpose2d(
                input,
                weight,
                bias,
                Stride,
                Padding,
                OutputPadding,
                Dilation,
                Groups
            ),
            _ => nn.functional.conv_transpose3d(input, weight, bias, Stride, Padding, OutputPadding, Dilation, Groups),
        };
    }

    public override string ToString()
    {
        return $"{(IsTransposed ? "transposed " : "")}[{List(InputShape)}] * [{List(WeightShape)}], stride {List(Stride)}, padding "
            + $"{List(Padding)}, output padding {List(OutputPadding)}, dilation {List(Dilation)}, groups {Groups}, bias {HasBias}";

        static string List(long[] numbers) => string.Join(", ", numbers);
    }
}
