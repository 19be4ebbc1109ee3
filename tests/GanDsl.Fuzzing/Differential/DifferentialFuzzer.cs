using GanDsl.Fuzzing.Building;

namespace GanDsl.Fuzzing.Differential;

/// <summary>
/// Draws declarations and asks two independent authorities about each: the engine, on which the layers are run, and the build.
/// What the build accepts has to work, what works has to be accepted, and what is emitted has to be what was declared.
/// </summary>
public static class DifferentialFuzzer
{
    private const int CasesPerBuild = 40;

    /// <summary>Each takes some seconds, and a defect tends to be found many times.</summary>
    private const int MostShrunk = 10;

    /// <summary>Tries cases; the same seed and numbers give the same cases.</summary>
    /// <param name="seed">Where the random numbers start.</param>
    /// <param name="first">The number of the first case.</param>
    /// <param name="count">How many cases.</param>
    /// <param name="log">Takes a line on each disagreement and, now and then, on the progress.</param>
    public static FuzzReport Run(int seed, int first, int count, Action<string> log)
    {
        var accepted = 0;
        var rules = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var disagreements = new List<Disagreement>();
        foreach (var numbers in Enumerable.Range(first, count).Chunk(CasesPerBuild))
        {
            var cases = numbers.Select(number => FuzzCase.Draw(seed, number)).ToList();
            var builds = BatchBuild.Judge([.. cases.Select(each => (each.Gan, each.Opinion))]);
            foreach (var (fuzzed, build) in cases.Zip(builds))
            {
                accepted += build.Accepts ? 1 : 0;
                foreach (var id in build.Errors.Select(error => error.Id).Distinct())
                {
                    rules[id] = rules.GetValueOrDefault(id) + 1;
                }

                if (Comparison.Disagreement(fuzzed.Opinion, build) is { } opinions)
                {
                    var (gan, shrunk) =
                        disagreements.Count < MostShrunk
                            ? Shrinking.Shrink(fuzzed.Gan, fuzzed.Number, opinions)
                            : (fuzzed.Gan, opinions);
                    disagreements.Add(new(seed, fuzzed.Number, shrunk, gan.Text));
                    log(disagreements[^1].ToString());
                }
            }

            log(
                $"{numbers[^1] + 1 - first} of {count} cases, {accepted} accepted, {disagreements.Count} disagreements"
            );
        }

        return new(count, accepted, rules, disagreements);
    }
}
