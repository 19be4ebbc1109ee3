using System.Globalization;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Gpu;

/// <summary>The ways of training one pair of networks, and how far from the card's limit they are.</summary>
internal sealed class GpuComparison(GpuNetworks networks, GanDevice device, GpuTurns turns, PyTorchSteps? pyTorch)
{
    private const string Tutorial = "PyTorch, tutorial step";

    private static readonly GanUpdate[] Updates =
    [
        GanUpdate.AlternatingSharedFakes,
        GanUpdate.Alternating,
        GanUpdate.Simultaneous,
    ];

    // Their steps are ordinary ones where they could not be recorded.
    private readonly List<(EmittedStep Way, IGan Gan)> replayed = [];

    private readonly Device place = device == GanDevice.Cuda ? CUDA : CPU;

    /// <summary>Times and prints them.</summary>
    public IReadOnlyList<GpuResult> Run(CardRates rates)
    {
        Console.WriteLine($"{networks.Name}, {networks.Rows} examples: {turns.Rounds} rounds");
        var multiplyAdds = new Dictionary<string, double>();
        var ways = turns.Run([.. PyTorchWays(), .. EmittedWays(), .. LimitWays(multiplyAdds)]);
        var tutorial = ways.FirstOrDefault(way => way.Name == Tutorial);
        List<GpuResult> results =
        [
            .. ways.Select(way => new GpuResult(
                networks.Name,
                way.Name,
                way.Median.Milliseconds,
                way.Median.HostMilliseconds,
                SpeedAgainst(tutorial, way),
                SpeedAgainst(ways.FirstOrDefault(other => other.Name == GraphOf(way.Precision)), way),
                multiplyAdds.TryGetValue(way.Name, out var count)
                    ? count / rates.MultiplyAddsPerSecond[way.Precision] * 1000
                    : null
            )),
        ];
        Print(results);
        foreach (var (way, gan) in replayed.Where(each => each.Gan.CudaGraphObstacle is not null))
        {
            Console.WriteLine($"  {way}: {gan.CudaGraphObstacle}");
        }

        Console.WriteLine();
        return results;
    }

    private static string GraphOf(GanPrecision precision) =>
        precision == GanPrecision.BFloat16
            ? "PyTorch, bfloat16, channels last, graph"
            : "PyTorch, whole step as a graph";

    private static double? SpeedAgainst(GpuWay? reference, GpuWay way) =>
        reference is null ? null : reference.Median.Milliseconds / way.Median.Milliseconds;

    private IEnumerable<GpuWay> PyTorchWays()
    {
        if (pyTorch is null)
        {
            return [];
        }

        GpuWay Way(string name, GanPrecision precision, string way) =>
            new(name, precision, steps => pyTorch.Run(networks.Name, way, steps));
        IEnumerable<GpuWay> single =
        [
            Way(Tutorial, GanPrecision.Float32, "tutorial"),
            Way("PyTorch, no reads, fused Adam", GanPrecision.Float32, "fused"),
            Way(GraphOf(GanPrecision.Float32), GanPrecision.Float32, "graph"),
        ];
        return networks.Name == "Points"
            ? single
            :
            [
                .. single,
                Way("PyTorch, bfloat16, channels last", GanPrecision.BFloat16, "bfloat16"),
                Way(GraphOf(GanPrecision.BFloat16), GanPrecision.BFloat16, "bfloat16-graph"),
            ];
    }

    private IEnumerable<GpuWay> EmittedWays()
    {
        foreach (var way in EmittedStep.All)
        {
            yield return Way(way.ToString(), way.Precision, () => networks.Step(Create(way)));
            if (way is { Update: GanUpdate.AlternatingSharedFakes, Precision: GanPrecision.Float32 })
            {
                yield return Way($"{way}, fed from memory", way.Precision, () => networks.StepFromMemory(Create(way)));
            }
        }

        foreach (var way in networks.Name == "Points" ? [] : EmittedStep.InEitherLayout)
        {
            yield return Way(way.ToString(), way.Precision, () => networks.Step(Create(way)));
        }
    }

    private IGan Create(EmittedStep way)
    {
        ChannelsLast.Forced = way.IsChannelsLast;
        var gan = networks.Create(way.Update, way.Options(device, networks.Rows));
        ChannelsLast.Forced = null;
        if (way.UsesGraph)
        {
            replayed.Add((way, gan));
        }

        return gan;
    }

    /// <summary>The products alone, on a GPU as a graph.</summary>
    private IEnumerable<GpuWay> LimitWays(Dictionary<string, double> multiplyAdds)
    {
        foreach (var precision in Enum.GetValues<GanPrecision>())
        {
            var floor = networks.Floor(precision, place);
            foreach (var update in Updates)
            {
                var name = $"products alone, {update}, {precision}";
                multiplyAdds[name] = floor.MultiplyAdds(update);
                yield return Way(name, precision, () => OnCard(floor.Of(update)));
            }
        }
    }

    private Action OnCard(Action products) => device == GanDevice.Cuda ? RecordedProducts.Of(products) : products;

    /// <summary>A way that is made when it is first asked for, so that what is refused is left out with a sentence.</summary>
    private GpuWay Way(string name, GanPrecision precision, Func<Action> make)
    {
        Action? made = null;
        return new(
            name,
            precision,
            steps => GpuClock.Time(made ??= make(), steps, GpuNetworks.ArithmeticOf(precision, place).Synchronize)
        );
    }

    private static void Print(IEnumerable<GpuResult> results)
    {
        Console.WriteLine(
            $"  {"", -62} {"median ms", 10} {"host ms", 9}   speed: {"tutorial", 8} {"graph", 6}   {"ms at the card's rate", 21}"
        );
        foreach (var result in results)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {result.Way, -62} {result.Milliseconds, 10:F3} {result.HostMilliseconds, 9:F3}          {result.SpeedAgainstTutorial, 8:F2} {result.SpeedAgainstGraph, 6:F2}   {result.MillisecondsAtRate, 21:F4}"
                )
            );
        }
    }
}
