using System.Globalization;
using GanDsl.Benchmarks.PyTorch;

namespace GanDsl.Benchmarks.Memory;

/// <summary>Compares the peak memory of training, each way in a process of its own, on one thread.</summary>
internal static class MemoryComparison
{
    /// <summary>The first argument that asks for it; names of networks may follow.</summary>
    public const string Argument = "memory";

    // Whether freed memory goes back to the system is up to chance: one process differs from the next by a tenth.
    private const int Processes = 5;

    private static readonly (string Networks, int Steps)[] All =
    [
        ("Points", 300),
        ("Images", 15),
        ("NormalizedImages", 15),
    ];

    public static void Run(string[] networks)
    {
        if (!ProcessMemory.IsKnown)
        {
            Console.WriteLine("Peak memory is read from /proc/self/status, which this platform does not have.");
            return;
        }

        foreach (var (name, steps) in All.Where(one => networks is [] || networks.Contains(one.Networks)))
        {
            Compare(name, steps);
        }
    }

    private static void Compare(string networks, int steps)
    {
        Console.WriteLine(
            $"{networks}: peak memory of {steps} steps above that of the loaded libraries, 1 thread, the median of {Processes} processes"
        );
        Console.WriteLine($"  {"", -46} {"MiB", 10} {"of by hand", 12}");
        foreach (
            var update in new[] { GanUpdate.AlternatingSharedFakes, GanUpdate.Alternating, GanUpdate.Simultaneous }
        )
        {
            var byHand = Median(() => MemoryProbe.Start(networks, Ways.ByHand, update, steps));
            Print($"{Ways.ByHand}, {update}", byHand, byHand);
            Print(
                $"{Ways.Emitted}, {update}",
                Median(() => MemoryProbe.Start(networks, Ways.Emitted, update, steps)),
                byHand
            );
        }

        if (TutorialPeak(networks, steps) is { } tutorial)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {"PyTorch's tutorial, shared fakes", -46} {tutorial / 1024.0, 10:F1}"
                )
            );
        }

        Console.WriteLine();
    }

    private static long? TutorialPeak(string networks, int steps)
    {
        using var tutorial = TutorialProcess.Start(threads: 1);
        return tutorial?.PeakOf(networks, steps);
    }

    private static long Median(Func<long> peak) =>
        Enumerable.Range(0, Processes).Select(_ => peak()).Order().ElementAt(Processes / 2);

    private static void Print(string name, long peak, long reference) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {name, -46} {peak / 1024.0, 10:F1} {(double)peak / reference, 12:F2}"
            )
        );
}
