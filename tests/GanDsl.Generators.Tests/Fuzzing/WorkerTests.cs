using GanDsl.Fuzzing.Processes;

namespace GanDsl.Generators.Tests.Fuzzing;

/// <summary>A case that ends its process costs itself and no other.</summary>
public class WorkerTests
{
    [Fact]
    public void What_aborts_is_reported_and_the_others_go_on()
    {
        var (results, aborts) = Try(Enumerable.Range(0, 6), TimeSpan.FromMinutes(1));

        Assert.Equal([0, 1, 2, 4, 5], results.Select(result => result.Number));
        Assert.Equal([5], results.Where(result => result.Finding == "wrong").Select(result => result.Number));
        var abort = Assert.Single(aborts);
        Assert.Equal((3, "case 3"), (abort.Number, abort.Text));
        Assert.Contains("This is the end of 3.", abort.Ending);
        if (!OperatingSystem.IsWindows())
        {
            Assert.StartsWith("exit code 134 (SIGABRT)", abort.Ending);
        }
    }

    [Fact]
    public void What_exits_is_reported()
    {
        var (results, aborts) = Try([7, 8, 10], TimeSpan.FromMinutes(1));

        Assert.Equal([7, 10], results.Select(result => result.Number));
        Assert.Equal((8, "exit code 77"), (Assert.Single(aborts).Number, aborts[0].Ending));
    }

    [Fact]
    public void What_hangs_is_ended_and_reported()
    {
        var (results, aborts) = Try([5, 6, 7], TimeSpan.FromSeconds(10));

        Assert.Equal([5, 7], results.Select(result => result.Number));
        Assert.Equal(6, Assert.Single(aborts).Number);
        Assert.StartsWith("no answer for 10 seconds", aborts[0].Ending);
    }

    [Fact]
    public void What_aborts_while_all_are_built_is_found_by_halves()
    {
        var (results, aborts) = Try([17, 20, 19, 21, 22], TimeSpan.FromMinutes(1));

        Assert.Equal([17, 20, 21, 22], results.Select(result => result.Number));
        Assert.Equal(19, Assert.Single(aborts).Number);
    }

    private static (List<CaseResult> Results, List<Abort> Aborts) Try(IEnumerable<int> numbers, TimeSpan limit)
    {
        var (results, aborts) = (new List<CaseResult>(), new List<Abort>());
        new WorkerPool(WorkKind.Rehearsal, seed: 0, workers: 2, limit).Run(
            numbers,
            together: 10,
            (result, abort) =>
            {
                results.AddRange(new[] { result }.OfType<CaseResult>());
                aborts.AddRange(new[] { abort }.OfType<Abort>());
            }
        );
        return ([.. results.OrderBy(result => result.Number)], aborts);
    }
}
