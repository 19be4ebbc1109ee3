using GanDsl.Endurance.Files;
using GanDsl.Endurance.Kills;

namespace GanDsl.Tests.Checkpoints;

/// <summary>A little of what <c>./build.sh kills</c> and <c>./build.sh fuzz-files</c> do for longer.</summary>
public class EnduranceTests
{
    [Fact]
    public void Killed_trainings_end_with_the_bits_of_one_never_killed()
    {
        var report = new KillRun(count: 8, seed: 1, _ => { }).Run();

        Assert.Empty(report.Failures);
        Assert.Equal(8, report.Kills);
    }

    [Fact]
    public void Hostile_files_are_refused_by_one_sentence_and_change_nothing()
    {
        var report = new FileFuzzer(count: 700, seed: 1, _ => { }) { ReadsHugeFiles = false }.Run();

        Assert.Empty(report.Failures);
        Assert.Equal(700, report.Cases);
    }

    [Fact]
    public void A_huge_header_takes_little_memory()
    {
        var (line, isRight) = HugeFiles.Measure("tensors");

        Assert.True(isRight, line);
    }
}
