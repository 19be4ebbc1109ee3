using System.Diagnostics;
using System.Globalization;
using GanDsl.Benchmarks.Memory;
using GanDsl.Benchmarks.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Data;

/// <summary>
/// How fast a folder of pictures is read, decoded, out of the cache and packed; whether training waits for it; and how much memory reading takes.
/// </summary>
internal static class DataBenchmark
{
    /// <summary>The first argument that asks for it; the number of pictures may follow.</summary>
    public const string Argument = "data";

    private const int Repetitions = 10;
    private const int StepsOfTraining = 12;
    private const int RoundsOfTraining = 3;
    private const int BatchSize = 64;
    private const long LittleCache = 1L << 26;

    private static readonly int[] FewPictures = [.. Enumerable.Range(0, BatchSize)];

    public static void Run(string[] arguments)
    {
        var count = arguments is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 10_000;
        if (count < StepsOfTraining * BatchSize)
        {
            Console.WriteLine($"Give at least {StepsOfTraining * BatchSize} pictures.");
            return;
        }

        Console.WriteLine($"Drawing {count} pictures ...");
        using var pictures = new SyntheticPictures(count);
        Throughput(pictures);
        Training(pictures);
        Memory(pictures);
    }

    private static void Throughput(SyntheticPictures pictures)
    {
        Console.WriteLine(
            $"examples 3 x 64 x 64, shuffled batches of {BatchSize}; the system may have the files in memory"
        );
        using (var decoded = new ImageFolder(pictures.Once, 3, 64, 64))
        {
            decoded.Read(FewPictures).Dispose();
            Print("decoded", Reading.All(decoded));
            Print("out of the cache", Reading.All(decoded));
        }

        var options = new ImageFolderOptions { PackedFile = pictures.File("pictures.pack") };
        Print("opening and packing", Seconds(() => new ImageFolder(pictures.Once, 3, 64, 64, options).Dispose()), "s");
        Print("opening when packed", Seconds(() => new ImageFolder(pictures.Once, 3, 64, 64, options).Dispose()), "s");
        using var packed = new ImageFolder(pictures.Once, 3, 64, 64, options);
        Print("packed", Reading.All(packed));
    }

    private static void Training(SyntheticPictures pictures)
    {
        Console.WriteLine(
            $"a step of the networks Images, {get_num_threads()} threads, {RoundsOfTraining} rounds of {StepsOfTraining} steps"
        );
        using var decoding = new ImageFolder(pictures.Once, 1, 28, 28, new() { CachedBytes = 0 });
        using var caching = new ImageFolder(pictures.Once, 1, 28, 28);
        using var packed = new ImageFolder(
            pictures.Once,
            1,
            28,
            28,
            new() { PackedFile = pictures.File("small.pack") }
        );
        using var all = caching.Read([.. Enumerable.Range(0, caching.Count)]);
        using var memory = new TensorDataset(all, ValueRange.MinusOneToOne);
        (string Name, Dataset Data, List<WaitingTime> Times)[] ways =
        [
            ("in memory", memory, []),
            ("decoded", decoding, []),
            ("out of the cache", caching, []),
            ("packed", packed, []),
        ];
        using var gan = new AlternatingImages(new() { BatchSize = BatchSize });
        WaitingTime.Of(gan, memory, StepsOfTraining);
        foreach (var _ in Enumerable.Range(0, RoundsOfTraining))
        {
            foreach (var (_, data, times) in ways)
            {
                times.Add(WaitingTime.Of(gan, data, StepsOfTraining));
            }
        }

        foreach (var (name, _, times) in ways)
        {
            Print(
                name,
                Median(times.Select(time => time.Clock)),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ms/step, {Median(times.Select(time => time.Processor)):F0} ms of processors, {Median(times.Select(time => time.Share)):P1} waiting"
                )
            );
        }
    }

    private static void Memory(SyntheticPictures pictures)
    {
        if (!ProcessMemory.IsKnown)
        {
            return;
        }

        var (count, seconds, peak) = ReadingProbe.Start(pictures.Repeated(Repetitions), LittleCache);
        Console.WriteLine($"{count} pictures, {LittleCache >> 20} MiB of them cached");
        Print("opening", seconds, "s");
        Print("peak memory above that of the libraries", peak / 1024.0, "MiB");
    }

    private static double Seconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(string what, double number, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what, -42} {number, 10:F2} {unit}"));

    private static void Print(string what, (double Clock, double Processor) speed) =>
        Print(
            what,
            speed.Clock,
            string.Create(CultureInfo.InvariantCulture, $"pictures/s, {speed.Processor:F0} a second of a processor")
        );
}
