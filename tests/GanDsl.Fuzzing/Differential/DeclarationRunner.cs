using GanDsl.Fuzzing.Building;
using GanDsl.Fuzzing.Processes;

namespace GanDsl.Fuzzing.Differential;

/// <summary>Asks the engine about each declaration, then the build about all of them as one project.</summary>
internal sealed class DeclarationRunner(int seed) : ICaseRunner
{
    public IEnumerable<CaseResult> Run(IReadOnlyList<int> numbers, Action<CaseText?> begin)
    {
        var cases = numbers.Select(number => FuzzCase.Draw(seed, number, begin)).ToList();
        begin(null);
        var builds = BatchBuild.Judge(
            [.. cases.Select(each => (each.Gan, each.Opinion))],
            index => begin(new(cases[index].Number, "as emitted", cases[index].Gan.Text))
        );
        return cases.Zip(
            builds,
            (fuzzed, build) =>
                new CaseResult(
                    fuzzed.Number,
                    fuzzed.Gan.Text,
                    Comparison.Disagreement(fuzzed.Opinion, build),
                    build.Accepts,
                    [.. build.Errors.Select(error => error.Id).Distinct()]
                )
        );
    }
}
