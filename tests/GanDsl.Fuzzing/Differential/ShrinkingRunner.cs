using GanDsl.Fuzzing.Building;
using GanDsl.Fuzzing.Processes;

namespace GanDsl.Fuzzing.Differential;

/// <summary>Makes declarations on which engine and build disagree as small as it can.</summary>
internal sealed class ShrinkingRunner(int seed) : ICaseRunner
{
    public IEnumerable<CaseResult> Run(IReadOnlyList<int> numbers, Action<CaseText?> begin)
    {
        foreach (var number in numbers)
        {
            var (_, _, gan, opinion) = FuzzCase.Draw(seed, number, begin);
            var build = BatchBuild.Judge([(gan, opinion)], _ => { })[0];
            var opinions = Comparison.Disagreement(opinion, build);
            if (opinions is not null)
            {
                (gan, opinions) = Shrinking.Shrink(gan, number, opinions);
            }

            yield return new(number, gan.Text, opinions, build.Accepts, []);
        }
    }
}
