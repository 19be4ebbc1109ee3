using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>The numbers of a convolution (<c>GanConvolution</c>), and the call that takes them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeConvolution
{
    private long* _stride;
    private long* _padding;
    private long* _outputPadding;
    private long* _dilation;
    private long _groups;
    private int _dimensions;
    private byte _transposed;

    /// <summary>Convolves; each list has one number for every dimension, or one for all of them.</summary>
    public static Tensor Call(
        Tensor input,
        Tensor weight,
        Tensor? bias,
        ReadOnlySpan<long> stride,
        ReadOnlySpan<long> padding,
        ReadOnlySpan<long> dilation,
        long groups,
        int dimensions
    ) => Call(input, weight, bias, stride, padding, default, dilation, groups, dimensions);

    /// <summary>Convolves, transposed; each list has one number for every dimension, or one for all of them.</summary>
    public static Tensor CallTransposed(
        Tensor input,
        Tensor weight,
        Tensor? bias,
        ReadOnlySpan<long> stride,
        ReadOnlySpan<long> padding,
        ReadOnlySpan<long> outputPadding,
        ReadOnlySpan<long> dilation,
        long groups,
        int dimensions
    ) => Call(input, weight, bias, stride, padding, outputPadding, dilation, groups, dimensions);

    /// <summary>Convolves; transposed where there is an output padding.</summary>
    private static Tensor Call(
        Tensor input,
        Tensor weight,
        Tensor? bias,
        ReadOnlySpan<long> stride,
        ReadOnlySpan<long> padding,
        ReadOnlySpan<long> outputPadding,
        ReadOnlySpan<long> dilation,
        long groups,
        int dimensions
    )
    {
        var numbers = stackalloc long[4 * dimensions];
        var convolution = new NativeConvolution
        {
            _stride = Spread(stride, numbers, dimensions),
            _padding = Spread(padding, numbers + dimensions, dimensions),
            _outputPadding = Spread(
                outputPadding.IsEmpty ? [0] : outputPadding,
                numbers + (2 * dimensions),
                dimensions
            ),
            _dilation = Spread(dilation, numbers + (3 * dimensions), dimensions),
            _groups = groups,
            _dimensions = dimensions,
            _transposed = outputPadding.IsEmpty ? (byte)0 : (byte)1,
        };
        nint output;
        var status = NativeMethods.gandsl_convolution(
            input.Handle,
            weight.Handle,
            bias?.Handle ?? 0,
            &convolution,
            &output
        );
        if (status != NativeStatus.Ok)
        {
            OutOfMemory.CollectOrThrow(status);
            NativeMethods
                .gandsl_convolution(input.Handle, weight.Handle, bias?.Handle ?? 0, &convolution, &output)
                .Check();
        }

        GC.KeepAlive(input);
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        return new Tensor(output);
    }

    private static long* Spread(ReadOnlySpan<long> values, long* room, int dimensions)
    {
        if (values.Length != dimensions && values.Length != 1)
        {
            throw new ArgumentException(
                $"A convolution in {dimensions} dimensions was given {values.Length} numbers where it needs one for each dimension."
            );
        }

        for (var i = 0; i < dimensions; i++)
        {
            room[i] = values[values.Length == 1 ? 0 : i];
        }

        return room;
    }
}
