using GanDsl.Fuzzing;
using GanDsl.Fuzzing.Differential;
using GanDsl.Fuzzing.Mutation;

namespace GanDsl.Generators.Tests.Fuzzing;

/// <summary>A short run of both fuzzers; <c>./build.sh fuzz</c> makes long ones.</summary>
public class FuzzTests
{
    private const int Cases = 300;

    private static readonly FuzzRun Run = new(Seed: 2014, First: 0, Cases, Environment.ProcessorCount);

    [Fact]
    public void The_build_accepts_what_works_and_nothing_else()
    {
        var report = DifferentialFuzzer.Run(Run, log: _ => { });

        Assert.True(report.IsClean, string.Join("\n", report.Aborts) + report);
        Assert.InRange(report.Accepted, Cases / 3, Cases * 2 / 3);
    }

    [Fact]
    public void Generator_and_analyzer_bear_every_text()
    {
        var report = MutationFuzzer.Run(Run, log: _ => { });

        Assert.True(report.IsClean, string.Join("\n", report.Findings) + string.Join("\n", report.Aborts));
    }

    /// <summary>A normalisation of values that are equal but for rounding: the engine differs from itself as much.</summary>
    [Theory]
    [InlineData(11261, 12269)]
    public void Amplified_rounding_is_no_disagreement(int seed, int number)
    {
        var report = DifferentialFuzzer.Run(new FuzzRun(seed, First: number, Count: 1, Workers: 1), log: _ => { });

        Assert.True(report.IsClean, string.Join("\n", report.Aborts) + report);
    }
}
