using System.Diagnostics;
using System.Globalization;

namespace GanDsl.Benchmarks;

/// <summary>Times ways of doing the same thing in turns, so that what else the machine does hits all of them alike.</summary>
internal sealed class Comparison(string title, int rounds, int stepsPerRound)
{
    private readonly List<(string Name, Func<int, double> Repeat, List<double> Milliseconds)> ways = [];

    /// <summary>Adds a way that this process can time. The first way that is added is the reference.</summary>
    public Comparison Add(string name, Action step) => Add(name, steps => Time(step, steps));

    /// <summary>Adds a way that times itself: it is given a number of steps and answers the milliseconds of one.</summary>
    public Comparison Add(string name, Func<int, double> repeat)
    {
        ways.Add((name, repeat, []));
        return this;
    }

    /// <summary>Prints the median and the best time of a step, and the speed: how often it goes into the reference's.</summary>
    public void Run()
    {
        foreach (var (_, repeat, _) in ways)
        {
            repeat(stepsPerRound);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (_, repeat, milliseconds) in ways)
            {
                milliseconds.Add(repeat(stepsPerRound));
            }
        }

        Console.WriteLine($"{title}: {rounds} rounds of {stepsPerRound} steps");
        Console.WriteLine($"  {"", -46}  median ms    best ms   speed by median, by best");
        foreach (var (name, _, milliseconds) in ways)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name, -46} {Median(milliseconds), 10:F3} {milliseconds.Min(), 10:F3} {SpeedOfMedians(milliseconds), 10:F2} {ways[0].Milliseconds.Min() / milliseconds.Min(), 10:F2}"
                )
            );
        }

        Console.WriteLine();
    }

    /// <summary>The median of the ratios within each round: what slows a whole round down falls out.</summary>
    private double SpeedOfMedians(List<double> milliseconds) =>
        Median([.. ways[0].Milliseconds.Zip(milliseconds, (reference, own) => reference / own)]);

    private static double Time(Action step, int steps)
    {
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < steps; index++)
        {
            step();
        }

        return watch.Elapsed.TotalMilliseconds / steps;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
