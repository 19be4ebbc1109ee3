using GanDsl.Fuzzing.Processes;

namespace GanDsl.Fuzzing.Mutation;

/// <summary>Runs generator and analyzer on mutants.</summary>
internal sealed class MutantRunner(int seed) : ICaseRunner
{
    public IEnumerable<CaseResult> Run(IReadOnlyList<int> numbers, Action<CaseText?> begin)
    {
        foreach (var number in numbers)
        {
            var mutant = Mutant.Draw(seed, number);
            begin(new(number, "generator and analyzer", mutant.Text));
            yield return new(number, mutant.Text, Robustness.Violation(mutant), false, []);
        }
    }
}
