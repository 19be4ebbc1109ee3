using System.Globalization;
using GanDsl.Benchmarks.PyTorch;

namespace GanDsl.Benchmarks.Memory;

/// <summary>Compares the peak memory of training, each way in a process of its own, on one thread.</summary>
internal static class MemoryComparison
{
    /// <summary>The first argument that asks for it; names of networks may follow.</summary>
    public const string Argument = "memory";

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
        Console.WriteLine($"{networks}: peak memory of {steps} steps above that of the loaded engine, 1 thread");
        Console.WriteLine($"  {"", -46} {"MiB", 10} {"of PyTorch", 12}");
        long? reference = null;
        using (var tutorial = TutorialProcess.Start(threads: 1))
        {
            if (tutorial is null)
            {
                Console.WriteLine("  PyTorch is not installed (Debian: python3-torch).");
            }
            else
            {
                reference = tutorial.PeakOf(networks, steps);
                Print("PyTorch's tutorial, shared fakes", reference.Value, reference);
            }
        }

        foreach (
            var update in new[] { GanUpdate.AlternatingSharedFakes, GanUpdate.Alternating, GanUpdate.Simultaneous }
        )
        {
            foreach (var way in new[] { Ways.ByHand, Ways.Emitted })
            {
                Print($"{way}, {update}", MemoryProbe.Start(networks, way, update, steps), reference);
            }
        }

        Console.WriteLine();
    }

    private static void Print(string name, long peak, long? reference)
    {
        var ratio = reference is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{(double)peak / reference.Value, 12:F2}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name, -46} {peak / 1024.0, 10:F1} {ratio}"));
    }
}
