using GanDsl.Fuzzing.Processes;

namespace GanDsl.Fuzzing.Differential;

/// <summary>
/// Draws declarations and asks two independent authorities about each: the engine, on which the layers are run, and the build.
/// What the build accepts has to work, what works has to be accepted, and what is emitted has to be what was declared.
/// </summary>
public static class DifferentialFuzzer
{
    /// <summary>So many are built as one project.</summary>
    private const int CasesPerBuild = 40;

    /// <summary>Each takes some seconds, and a defect tends to be found many times.</summary>
    private const int MostShrunk = 10;

    /// <summary>Tries cases.</summary>
    /// <param name="run">Which.</param>
    /// <param name="log">Takes a line on each disagreement and each abort and, now and then, on the progress.</param>
    public static FuzzReport Run(FuzzRun run, Action<string> log)
    {
        var tally = new Tally(run, "declarations", log);
        new WorkerPool(WorkKind.Declarations, run.Seed, run.Workers, WorkerPool.UsualLimit).Run(
            run.Numbers,
            CasesPerBuild,
            tally.Take
        );
        var shrunk = tally.Findings.Select(finding => finding.Number).Order().Take(MostShrunk).ToList();
        new WorkerPool(WorkKind.Shrinking, run.Seed, run.Workers, WorkerPool.UsualLimit).Run(
            shrunk,
            together: 1,
            (result, _) => tally.Shrink(result)
        );
        return new(
            tally.Count,
            tally.Accepted,
            tally.Rules,
            [
                .. tally
                    .Findings.OrderBy(finding => finding.Number)
                    .Select(finding => new Disagreement(run.Seed, finding.Number, finding.Finding!, finding.Text)),
            ],
            tally.Aborts
        );
    }
}
