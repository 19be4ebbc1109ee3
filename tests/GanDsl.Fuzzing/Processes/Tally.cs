namespace GanDsl.Fuzzing.Processes;

/// <summary>Counts what becomes of cases, and logs what is wrong.</summary>
/// <param name="run">Which cases they are.</param>
/// <param name="what">What they are called.</param>
/// <param name="log">Takes the lines.</param>
internal sealed class Tally(FuzzRun run, string what, Action<string> log)
{
    private const int CasesPerLine = 200;

    private readonly List<CaseResult> findings = [];
    private readonly List<Abort> aborts = [];
    private readonly SortedDictionary<string, int> rules = new(StringComparer.Ordinal);

    /// <summary>How many were tried, those that ended their processes among them.</summary>
    public int Count { get; private set; }

    /// <summary>How many the build accepts.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many each rule refuses.</summary>
    public IReadOnlyDictionary<string, int> Rules => rules;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<CaseResult> Findings => findings;

    /// <summary>What ended its process.</summary>
    public IReadOnlyList<Abort> Aborts => aborts;

    public void Take(CaseResult? result, Abort? abort)
    {
        Count++;
        if (abort is not null)
        {
            aborts.Add(abort);
            log(
                $"Case {abort.Number} ({run.Again(abort.Number)}) ends its process ({abort.Phase}): {abort.Ending}\n{abort.Text}"
            );
        }
        else if (result is not null)
        {
            Add(result);
        }

        if (Count % CasesPerLine == 0 || Count == run.Count)
        {
            log($"{Count} of {run.Count} {what}, {findings.Count} findings, {aborts.Count} aborts");
        }
    }

    /// <summary>Puts a smaller case in the place of a finding.</summary>
    public void Shrink(CaseResult? smaller)
    {
        var place = findings.FindIndex(finding => finding.Number == smaller?.Number);
        if (smaller?.Finding is not null && place >= 0)
        {
            findings[place] = smaller;
        }
    }

    private void Add(CaseResult result)
    {
        Accepted += result.IsAccepted ? 1 : 0;
        foreach (var rule in result.Rules)
        {
            rules[rule] = rules.GetValueOrDefault(rule) + 1;
        }

        if (result.Finding is not null)
        {
            findings.Add(result);
            log($"Case {result.Number} ({run.Again(result.Number)}): {result.Finding}\n{result.Text}");
        }
    }
}
