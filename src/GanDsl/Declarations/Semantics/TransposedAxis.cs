namespace GanDsl;

/// <summary>One dimension of a transposed convolution: what it makes of its input.</summary>
internal sealed class TransposedAxis
{
    private readonly long size;
    private readonly long kernel;
    private readonly long stride;
    private readonly long padding;
    private readonly long outputPadding;
    private readonly long dilation;

    public TransposedAxis(long size, long kernel, long stride, long padding, long outputPadding, long dilation)
    {
        this.size = size;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
        this.outputPadding = outputPadding;
        this.dilation = dilation;
    }

    /// <summary>(size - 1)·stride - 2·padding + dilation·(kernel - 1) + outputPadding + 1; below 1 where nothing is left.</summary>
    public long OutputSize => ((size - 1) * stride) - (2 * padding) + Reach + outputPadding;

    /// <summary>Whether the padded output and a step after it span more values than convolutions count, in 32 bits.</summary>
    public bool Overflows => OutputSize + (2 * padding) + stride > int.MaxValue;

    /// <summary>Whether it shrinks its input, or keeps its size in spite of a stride.</summary>
    public bool DoesNotEnlarge => OutputSize < size || (stride > 1 && OutputSize == size);

    /// <summary>Whether neighbouring outputs get unequally many contributions (Odena et al. 2016).</summary>
    public bool CoversUnevenly => stride > 1 && size > 1 && kernel % stride != 0;

    /// <summary>Whether some outputs between others get no contribution.</summary>
    public bool HasGaps => new PaintedPlaces(size, stride, kernel, dilation).HaveGaps(padding, padding - outputPadding);

    /// <summary>Whether the patches of all inputs lie on the same multiples: dilation and stride have a divisor in common.</summary>
    public bool PaintsMultiples => size > 1 && Count.GreatestCommonDivisor(stride, dilation) > 1;

    /// <summary>The paddings with which the output is stride times the input; null where there are none.</summary>
    public (long Padding, long OutputPadding)? Enlarging => Paddings(Reach - stride);

    /// <summary>The next larger kernel that covers evenly, with the paddings that keep the output's size; null where there is none.</summary>
    public (long Kernel, long Padding, long OutputPadding)? Even
    {
        get
        {
            var evenKernel = (kernel + stride - 1) / stride * stride;
            return Paddings((2 * padding) - outputPadding + evenKernel - kernel) is var (even, evenOutput)
                ? (evenKernel, even, evenOutput)
                : null;
        }
    }

    /// <summary>The values between the first and the last tap of the kernel, both counted.</summary>
    private long Reach => (dilation * (kernel - 1)) + 1;

    /// <summary>The paddings that take away so many values in all: 2·padding - outputPadding.</summary>
    private (long Padding, long OutputPadding)? Paddings(long pixels)
    {
        var output = Math.Abs(pixels % 2);
        var each = (pixels + output) / 2;
        return each >= 0 && output < Math.Max(stride, dilation) ? (each, output) : null;
    }
}
