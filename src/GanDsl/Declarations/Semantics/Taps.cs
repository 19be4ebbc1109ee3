namespace GanDsl;

/// <summary>The taps of a kernel that moves in steps.</summary>
internal static class Taps
{
    /// <summary>
    /// Of as many values as a step is long, those that no tap reaches, away from the borders. The taps k·dilation fall on
    /// stride / gcd(stride, dilation) of the remainders of the stride, one after the other, and then on the same ones again.
    /// </summary>
    public static long SteppedOver(long kernel, long stride, long dilation) =>
        stride - Math.Min(kernel, stride / Count.GreatestCommonDivisor(stride, dilation));
}
