using System.Diagnostics;
using System.Globalization;

namespace GanDsl.Benchmarks;

/// <summary>
/// Times ways of doing the same thing in turns, so that what else the machine does hits all of them alike: by the clock, and by the time
/// that the processors spent on this process, which other processes disturb less.
/// </summary>
internal sealed class Comparison(string title, int rounds, int stepsPerRound)
{
    private readonly List<Way> ways = [];

    /// <summary>Adds a way. The first way that is added is the reference of all.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="step">Does it once.</param>
    /// <param name="peer">The name of the way before it that it is compared with as well; null for none.</param>
    public Comparison Add(string name, Action step, string? peer = null)
    {
        ways.Add(new(name, peer, steps => Time(step, steps)));
        return this;
    }

    /// <summary>Adds a way that runs in another process: it is given a number of steps and answers the milliseconds of one.</summary>
    public Comparison Add(string name, Func<int, double> repeat)
    {
        ways.Add(new(name, null, steps => new(repeat(steps), double.NaN)));
        return this;
    }

    /// <summary>
    /// Prints the median time of a step, and the speed: how often it goes into the reference's, as the median of the ratios within each
    /// round, so that what slows a whole round down falls out.
    /// </summary>
    public void Run()
    {
        foreach (var way in ways)
        {
            way.Repeat(stepsPerRound);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var way in ways)
            {
                way.Times.Add(way.Repeat(stepsPerRound));
            }
        }

        Console.WriteLine($"{title}: {rounds} rounds of {stepsPerRound} steps");
        Console.WriteLine(
            $"  {"", -46}  median ms   speed: clock   processor   of the same rule by hand: clock   processor"
        );
        foreach (var way in ways)
        {
            var peer = ways.FirstOrDefault(other => other.Name == way.Peer);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {way.Name, -46} {Median(way.Times.Select(time => time.Clock)), 10:F3} {Speed(ways[0], way, time => time.Clock), 14:F2} {Speed(ways[0], way, time => time.Processor), 11:F2}"
                )
                    + (
                        peer is null
                            ? ""
                            : string.Create(
                                CultureInfo.InvariantCulture,
                                $" {Speed(peer, way, time => time.Clock), 33:F2} {Speed(peer, way, time => time.Processor), 11:F2}"
                            )
                    )
            );
        }

        Console.WriteLine();
    }

    private static double Speed(Way reference, Way way, Func<Milliseconds, double> of) =>
        Median(reference.Times.Zip(way.Times, (theirs, own) => of(theirs) / of(own)));

    private static Milliseconds Time(Action step, int steps)
    {
        var (watch, spent) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (var index = 0; index < steps; index++)
        {
            step();
        }

        return new(
            watch.Elapsed.TotalMilliseconds / steps,
            (Environment.CpuUsage.TotalTime - spent).TotalMilliseconds / steps
        );
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private readonly record struct Milliseconds(double Clock, double Processor);

    private sealed record Way(string Name, string? Peer, Func<int, Milliseconds> Repeat)
    {
        public List<Milliseconds> Times { get; } = [];
    }
}
