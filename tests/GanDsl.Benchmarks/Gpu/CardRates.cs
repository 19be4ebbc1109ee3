using System.Globalization;
using GanDsl.Benchmarks.Floor;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Gpu;

/// <summary>What the card does at best: how fast it moves bytes, and how fast it multiplies.</summary>
/// <param name="BytesPerSecond">Read and written by a large copy within the device.</param>
/// <param name="MultiplyAddsPerSecond">Of a large matrix product, for each precision.</param>
internal sealed record CardRates(double BytesPerSecond, IReadOnlyDictionary<GanPrecision, double> MultiplyAddsPerSecond)
{
    private const int Trials = 5;
    private const int Repetitions = 4;

    /// <summary>Measures them.</summary>
    public static CardRates Measure(Device device)
    {
        using var scope = NewDisposeScope();
        var onGpu = device.type == DeviceType.CUDA;
        var (bytes, size) = onGpu ? (1L << 30, 8192L) : (1L << 24, 256L);
        var plain = GpuNetworks.ArithmeticOf(GanPrecision.Float32, device);
        var source = zeros(bytes / sizeof(float), device: device);
        var target = empty_like(source);
        var copy = Seconds(plain, () => target.copy_(source));

        var rates = new Dictionary<GanPrecision, double>();
        foreach (var precision in Enum.GetValues<GanPrecision>())
        {
            var arithmetic = GpuNetworks.ArithmeticOf(precision, device);
            var (left, right) = (arithmetic.Draw(size, size), arithmetic.Draw(size, size));
            rates[precision] = (double)size * size * size / Seconds(arithmetic, () => left.mm(right).Dispose());
        }

        return new(2 * bytes / copy, rates);
    }

    /// <summary>The seconds of one.</summary>
    private static double Seconds(Arithmetic arithmetic, Action action)
    {
        var applied = arithmetic.Apply(action);
        return Enumerable
                .Range(0, Trials)
                .Min(_ => GpuClock.Time(applied, Repetitions, arithmetic.Synchronize).Milliseconds) / 1000;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{BytesPerSecond / 1e9:F0} GB/s read and written by a copy; ")
        + string.Join(
            ", ",
            MultiplyAddsPerSecond.Select(rate =>
                string.Create(CultureInfo.InvariantCulture, $"{2 * rate.Value / 1e12:F1} TFLOP/s in {rate.Key}")
            )
        );
}
