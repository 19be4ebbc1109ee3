namespace GanDsl.Fuzzing;

/// <summary>Which cases are tried; the same seed and numbers give the same cases.</summary>
/// <param name="Seed">Where the random numbers start.</param>
/// <param name="First">The number of the first case.</param>
/// <param name="Count">How many cases.</param>
/// <param name="Workers">How many processes try them at a time.</param>
public sealed record FuzzRun(int Seed, int First, int Count, int Workers)
{
    private const int UsualCount = 1000;

    /// <summary>The numbers of the cases.</summary>
    public IEnumerable<int> Numbers => Enumerable.Range(First, Count);

    /// <summary>How to try one of them again.</summary>
    public string Again(int number) => $"./build.sh fuzz 1 {Seed} {number}";

    /// <summary>Reads <c>[CASES [SEED [FIRST]]] [--workers N]</c>; null where the arguments are others.</summary>
    public static FuzzRun? Parse(IReadOnlyList<string> arguments)
    {
        var workers = Environment.ProcessorCount;
        if (arguments.Count >= 2 && arguments[^2] == "--workers")
        {
            if (!int.TryParse(arguments[^1], out workers) || workers < 1)
            {
                return null;
            }

            arguments = [.. arguments.SkipLast(2)];
        }

        var numbers = arguments.Select(text => int.TryParse(text, out var number) ? number : -1).ToList();
        return numbers.Count > 3 || numbers.Any(number => number < 0)
            ? null
            : new(
                numbers.ElementAtOrDefault(1),
                numbers.ElementAtOrDefault(2),
                numbers.ElementAtOrDefault(0) is var count and > 0 ? count : UsualCount,
                workers
            );
    }
}
