using GanDsl.Fuzzing.Processes;

namespace GanDsl.Fuzzing.Mutation;

/// <summary>Changes declarations at random places and insists that generator and analyzer bear every text.</summary>
public static class MutationFuzzer
{
    private const int MutantsTogether = 50;

    /// <summary>What does not hold for a text; null when everything does.</summary>
    public static string? Violation(string text) => Robustness.Violation(new Mutant(Original: 0, text));

    /// <summary>Tries mutants.</summary>
    /// <param name="run">Which.</param>
    /// <param name="log">Takes a line on each finding and each abort and, now and then, on the progress.</param>
    public static MutationReport Run(FuzzRun run, Action<string> log)
    {
        var tally = new Tally(run, "mutants", log);
        new WorkerPool(WorkKind.Mutants, run.Seed, run.Workers, WorkerPool.UsualLimit).Run(
            run.Numbers,
            MutantsTogether,
            tally.Take
        );
        return new(
            tally.Count,
            [
                .. tally
                    .Findings.OrderBy(finding => finding.Number)
                    .Select(finding =>
                        $"Mutant {finding.Number} of seed {run.Seed} ({run.Again(finding.Number)}): "
                        + $"{finding.Finding}\n{finding.Text}"
                    ),
            ],
            tally.Aborts
        );
    }
}
