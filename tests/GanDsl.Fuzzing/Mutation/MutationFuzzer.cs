namespace GanDsl.Fuzzing.Mutation;

/// <summary>Changes declarations at random places and insists that generator and analyzer bear every text.</summary>
public static class MutationFuzzer
{
    private const int MutantsPerLine = 200;

    /// <summary>What does not hold for a text; null when everything does.</summary>
    public static string? Violation(string text) => Robustness.Violation(new Mutant(Original: 0, text));

    /// <summary>Tries mutants; the same seed and numbers give the same texts.</summary>
    /// <param name="seed">Where the random numbers start.</param>
    /// <param name="first">The number of the first mutant.</param>
    /// <param name="count">How many mutants.</param>
    /// <param name="log">Takes a line on each finding and, now and then, on the progress.</param>
    public static MutationReport Run(int seed, int first, int count, Action<string> log)
    {
        var findings = new List<string>();
        for (var number = first; number < first + count; number++)
        {
            var mutant = Mutant.Draw(seed, number);
            if (Robustness.Violation(mutant) is { } violation)
            {
                findings.Add(
                    $"Mutant {number} of seed {seed} (./build.sh fuzz 1 {seed} {number}): {violation}\n{mutant.Text}"
                );
                log(findings[^1]);
            }

            if ((number + 1 - first) % MutantsPerLine == 0)
            {
                log($"{number + 1 - first} of {count} mutants, {findings.Count} findings");
            }
        }

        return new(count, findings);
    }
}
