namespace GanDsl;

/// <summary>One dimension of a pooling: where its windows lie.</summary>
internal sealed class PoolAxis
{
    private readonly long size;
    private readonly long kernel;
    private readonly long stride;
    private readonly long padding;
    private readonly long dilation;
    private readonly bool isCeiled;
    private readonly long reach;

    public PoolAxis(long size, long kernel, long stride, long padding, long dilation, bool isCeiled)
    {
        this.size = size;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.isCeiled = isCeiled;
        reach = (dilation * (kernel - 1)) + 1;
    }

    /// <summary>
    /// (size + 2·padding - dilation·(kernel - 1) - 1) / stride + 1, rounded down or up; rounded up, no window starts behind the input.
    /// Below 1 where no window fits.
    /// </summary>
    public long OutputSize
    {
        get
        {
            var windows = FloorOfQuotient(Room + (isCeiled ? stride - 1 : 0), stride) + 1;
            return isCeiled && (windows - 1) * stride >= size + padding ? windows - 1 : windows;
        }
    }

    /// <summary>The values at the end of the input that lie in no window.</summary>
    public long Dropped => isCeiled || Room < 0 ? 0 : Math.Max(0, (Room % stride) - padding);

    /// <summary>The values from the start of one window to that of the next that are in no window.</summary>
    public long SteppedOver => OutputSize < 2 ? 0 : Taps.SteppedOver(kernel, stride, dilation);

    /// <summary>Whether a dilated window in front of the input takes nothing of it: its taps step over all of it.</summary>
    public bool HasEmptyWindow
    {
        get
        {
            for (long start = -padding, left = OutputSize; size < dilation && start < 0 && left > 0; start += stride)
            {
                left--;
                if (((start % dilation) + dilation) % dilation >= size)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>How far the window can move.</summary>
    private long Room => size + (2 * padding) - reach;

    private static long FloorOfQuotient(long a, long b) => (a / b) - (a % b < 0 ? 1 : 0);
}
