using GanDsl;
using GanDsl.Benchmarks;
using GanDsl.Benchmarks.Data;
using GanDsl.Benchmarks.Gpu;
using GanDsl.Benchmarks.Memory;
using GanDsl.Benchmarks.Models;
using GanDsl.Benchmarks.PyTorch;
using TorchSharp;
using static TorchSharp.torch;

if (args is [MemoryProbe.Argument, var probed, var way, var update, var steps])
{
    MemoryProbe.Run(probed, way, Enum.Parse<GanUpdate>(update), int.Parse(steps));
    return 0;
}

if (args is [MemoryComparison.Argument, ..])
{
    MemoryComparison.Run(args[1..]);
    return 0;
}

if (args is [ReadingProbe.Argument, var folder, var cachedBytes])
{
    ReadingProbe.Run(folder, cachedBytes);
    return 0;
}

if (args is [DataBenchmark.Argument, ..])
{
    DataBenchmark.Run(args[1..]);
    return 0;
}

if (args is [GpuBenchmark.Argument, ..])
{
    return GpuBenchmark.Run(args[1..]);
}

// One training step of the same networks in several ways; arguments narrow it down to some networks and thread counts.
var networks = args.Where(argument => !int.TryParse(argument, out _)).DefaultIfEmpty("").ToArray();
var threadCounts = args.Where(argument => int.TryParse(argument, out _)).Select(int.Parse).DefaultIfEmpty().ToArray();
foreach (var threads in threadCounts is [0] ? [1, 2] : threadCounts)
{
    set_num_threads(threads);
    Console.WriteLine($"threads: {get_num_threads()}");
    using var tutorial = TutorialProcess.Start(threads);
    if (tutorial is null)
    {
        Console.WriteLine("No PyTorch with libtorch's kernels of TorchSharp's generation is here to compare with.");
    }

    Compare("Points", tutorial, rounds: 31, stepsPerRound: 20);
    Compare("Images", tutorial, rounds: 11, stepsPerRound: 2);
    Compare("NormalizedImages", tutorial, rounds: 11, stepsPerRound: 2);
}

return 0;

void Compare(string title, TutorialProcess? tutorial, int rounds, int stepsPerRound)
{
    if (!networks.Contains(title) && networks is not [""])
    {
        return;
    }

    var comparison = new Comparison(title, rounds, stepsPerRound);
    var contenders = Contenders.Of(title);
    foreach (var update in new[] { GanUpdate.AlternatingSharedFakes, GanUpdate.Alternating, GanUpdate.Simultaneous })
    {
        var byHand = $"by hand, {update}";
        comparison
            .Add(byHand, contenders.ByHand(update))
            .Add($"emitted, {update}", contenders.Emitted(update, GanPrecision.Float32), byHand)
            .Add($"arithmetic, {update}", contenders.Floor.Of(update), byHand);
        try
        {
            comparison.Add($"emitted, {update}, BFloat16", contenders.Emitted(update, GanPrecision.BFloat16), byHand);
        }
        catch (GanException missing)
        {
            Console.WriteLine(missing.Message);
        }
    }

    if (tutorial is not null)
    {
        comparison.Add("PyTorch's tutorial, shared fakes", steps => tutorial.Run(title, steps));
    }

    comparison.Run();
}
