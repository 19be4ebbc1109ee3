namespace GanDsl;

/// <summary>One dimension of a convolution: how far its kernel reaches.</summary>
internal sealed class ConvolutionAxis
{
    private readonly long size;
    private readonly long kernel;
    private readonly long stride;
    private readonly long padding;
    private readonly long dilation;

    public ConvolutionAxis(long size, long kernel, long stride, long padding, long dilation)
    {
        this.size = size;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
    }

    /// <summary>⌊(size + 2·padding - dilation·(kernel - 1) - 1) / stride⌋ + 1; 0 where the kernel is larger than the padded input.</summary>
    public long OutputSize => Room < 0 ? 0 : (Room / stride) + 1;

    /// <summary>The largest kernel that fits into the padded input; below 1 for none.</summary>
    public long LargestKernel => ((size + (2 * padding) - 1) / dilation) + 1;

    /// <summary>Whether the padded input and a step after it span more values than convolutions count, in 32 bits.</summary>
    public bool Overflows => size + (2 * padding) + stride > int.MaxValue;

    /// <summary>A kernel of 1 leaves out what is between its steps and after the last one, and is meant to, as in a shortcut (He et al. 2016).</summary>
    private bool ThinsOut => kernel == 1 && OutputSize > 1;

    /// <summary>How far the kernel can move.</summary>
    private long Room => size + (2 * padding) - Reach;

    /// <summary>The values between the first and the last tap of the kernel, both counted.</summary>
    private long Reach => (dilation * (kernel - 1)) + 1;

    /// <summary>The values from one step to the next that no tap of any step reaches.</summary>
    public long SteppedOver => ThinsOut || OutputSize < 2 ? 0 : Taps.SteppedOver(kernel, stride, dilation);

    /// <summary>Whether the taps would reach all of it, did not those of one step fall where those of others do.</summary>
    public bool StepsOntoItsTaps => SteppedOver > 0 && kernel >= stride;

    /// <summary>The values at the end of the input, not of its padding, that no step of the kernel reaches.</summary>
    /// <param name="isCircular">Whether the end of the input stands before its start, too.</param>
    public long Dropped(bool isCircular) =>
        ThinsOut || Room < 0 ? 0 : Math.Max(0, (Room % stride) - (isCircular ? 2 * padding : padding));
}
