using GanDsl.Fuzzing.Differential;
using GanDsl.Fuzzing.Mutation;

namespace GanDsl.Generators.Tests.Fuzzing;

/// <summary>A short run of both fuzzers; <c>./build.sh fuzz</c> makes long ones.</summary>
public class FuzzTests
{
    private const int Seed = 2014;
    private const int Cases = 300;

    [Fact]
    public void The_build_accepts_what_works_and_nothing_else()
    {
        var report = DifferentialFuzzer.Run(Seed, first: 0, Cases, log: _ => { });

        Assert.True(report.Disagreements.Count == 0, string.Join("\n", report.Disagreements));
        Assert.InRange(report.Accepted, Cases / 3, Cases * 2 / 3);
    }

    [Fact]
    public void Generator_and_analyzer_bear_every_text()
    {
        var report = MutationFuzzer.Run(Seed, first: 0, Cases, log: _ => { });

        Assert.True(report.Findings.Count == 0, string.Join("\n", report.Findings));
    }
}
