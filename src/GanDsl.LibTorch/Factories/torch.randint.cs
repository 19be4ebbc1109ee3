using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of integers drawn evenly from [low, high).</summary>
    /// <param name="low">The least.</param>
    /// <param name="high">What is not reached.</param>
    /// <param name="size">The shape.</param>
    /// <param name="dtype">The element type; 64-bit integers by default.</param>
    /// <param name="device">Where to make it.</param>
    /// <param name="requires_grad">Whether to record for gradients.</param>
    /// <param name="generator">Where the numbers come from; the device's default source by default.</param>
    /// <param name="names">Not supported here.</param>
    public static Tensor randint(
        long low,
        long high,
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    )
    {
        var type = dtype ?? ScalarType.Int64;
        var drawn = Aten.randint.Call(low, high, size, generator, type, default, InitializeDevice(device));
        return Finish(drawn, requires_grad, names);
    }

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device, bool, Generator, string[])"/>
    public static Tensor randint(
        long high,
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device, bool, Generator, string[])"/>
    public static Tensor randint(
        int low,
        int high,
        int[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => randint(low, high, Array.ConvertAll(size, one => (long)one), dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device, bool, Generator, string[])"/>
    public static Tensor randint(
        int high,
        int[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>The integers from 0 to below n in random order.</summary>
    /// <param name="n">How many.</param>
    /// <param name="dtype">The element type; 64-bit integers by default.</param>
    /// <param name="device">Where to make it.</param>
    /// <param name="requires_grad">Whether to record for gradients.</param>
    /// <param name="generator">Where the order comes from; the device's default source by default.</param>
    public static Tensor randperm(
        long n,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null
    )
    {
        var type = dtype ?? ScalarType.Int64;
        return Finish(Aten.randperm.Call(n, generator, type, default, InitializeDevice(device)), requires_grad, null);
    }

    /// <summary>A tensor of numbers drawn from a normal distribution.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="std">Its standard deviation.</param>
    /// <param name="size">The shape.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="device">Where to make it.</param>
    /// <param name="requires_grad">Whether to record for gradients.</param>
    /// <param name="generator">Where the numbers come from; the device's default source by default.</param>
    /// <param name="names">Not supported here.</param>
    public static Tensor normal(
        double mean,
        double std,
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null
    ) => Finish(randn(size, dtype, device, false, generator, names).mul_(std).add_(mean), requires_grad, null);

    /// <summary>Numbers drawn from a normal distribution each.</summary>
    /// <param name="mean">Their means.</param>
    /// <param name="std">Their standard deviations.</param>
    /// <param name="generator">Where the numbers come from; the device's default source by default.</param>
    /// <exception cref="ArgumentException">The two are on different devices.</exception>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        if (mean.device_type != std.device_type || mean.device_index != std.device_index)
        {
            throw new ArgumentException(
                $"The means are on {mean.device} and the standard deviations on {std.device}; move one to the other."
            );
        }

        using var drawn = randn(mean.shape, null, std.device, false, generator);
        using var scaled = drawn * std;
        return scaled + mean;
    }
}
