using System.Diagnostics;
using System.Globalization;

namespace GanDsl.Benchmarks;

/// <summary>Times ways of doing the same thing in turns, so that what else the machine does hits all of them alike.</summary>
internal sealed class Comparison(string title, int rounds, int stepsPerRound)
{
    private readonly List<(string Name, Action Step, List<double> Milliseconds)> ways = [];

    public Comparison Add(string name, Action step)
    {
        ways.Add((name, step, []));
        return this;
    }

    /// <summary>Prints the median and the best time of a step and the ratio of medians to the first way.</summary>
    public void Run()
    {
        foreach (var (_, step, _) in ways)
        {
            Repeat(step);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (_, step, milliseconds) in ways)
            {
                milliseconds.Add(Repeat(step));
            }
        }

        Console.WriteLine($"{title}, {rounds} rounds of {stepsPerRound} steps");
        var reference = Median(ways[0].Milliseconds);
        foreach (var (name, _, milliseconds) in ways)
        {
            var median = Median(milliseconds);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name, -34} median {median, 8:F3} ms   best {milliseconds.Min(), 8:F3} ms   speed {reference / median, 5:F2}"
                )
            );
        }
    }

    private double Repeat(Action step)
    {
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < stepsPerRound; index++)
        {
            step();
        }

        return watch.Elapsed.TotalMilliseconds / stepsPerRound;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
