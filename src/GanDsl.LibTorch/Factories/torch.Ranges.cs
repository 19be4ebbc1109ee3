using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The numbers from start to below stop, step apart; 64-bit integers if all three are integers.</summary>
    /// <param name="start">The first.</param>
    /// <param name="stop">What is not reached.</param>
    /// <param name="step">How far apart.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">Where to make it.</param>
    /// <param name="requires_grad">Whether to record for gradients.</param>
    public static Tensor arange(
        Scalar start,
        Scalar stop,
        Scalar step,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    )
    {
        var integral = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        dtype ??= integral ? ScalarType.Int64 : get_default_dtype();
        var range = Aten.arange.Call(start, stop, step, dtype, default, InitializeDevice(device));
        return Finish(range, requires_grad, null);
    }

    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device, bool)"/>
    public static Tensor arange(
        Scalar start,
        Scalar stop,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => arange(start, stop, 1, dtype, device, requires_grad);

    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device, bool)"/>
    public static Tensor arange(
        Scalar stop,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers spaced evenly from start to end, both included.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">The last.</param>
    /// <param name="steps">How many.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">Where to make it.</param>
    /// <param name="requires_grad">Whether to record for gradients.</param>
    public static Tensor linspace(
        double start,
        double end,
        long steps,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    )
    {
        var type = dtype ?? get_default_dtype();
        var numbers = Aten.linspace.Call(start, end, steps, type, default, InitializeDevice(device));
        return Finish(numbers, requires_grad, null);
    }

    /// <summary>A matrix with ones on the diagonal and zeros elsewhere.</summary>
    /// <param name="rows">Its height.</param>
    /// <param name="columns">Its width; -1 for a square.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">Where to make it.</param>
    /// <param name="requires_grad">Whether to record for gradients.</param>
    /// <param name="names">Not supported here.</param>
    public static Tensor eye(
        long rows,
        long columns = -1L,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    )
    {
        var type = dtype ?? get_default_dtype();
        columns = columns == -1 ? rows : columns;
        return Finish(Aten.eye.Call(rows, columns, type, default, InitializeDevice(device)), requires_grad, names);
    }
}
