using GanDsl.CommandLine;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>A training within another program, which ends it by a token.</summary>
public sealed class HostedRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_is_saved_and_goes_on()
    {
        using var host = new CancellationTokenSource();
        var program = new GanProgram<FlowerGan>
        {
            Data = _ => FlowerData.Create(),
            AfterStep = (_, step, _) =>
            {
                if (step.Number == 3)
                {
                    host.Cancel();
                }
            },
        };

        var interrupted = ExampleRun.Of(() =>
            FlowerGan.Run(["--epochs", "1000", "--out", folder["run"]], program, cancellationToken: host.Token)
        );

        Assert.Equal(130, interrupted.ExitCode);
        Assert.Empty(interrupted.Error);
        Assert.Contains("Interrupted after step 3", interrupted.Output);
        Assert.Equal(["step-3"], folder.Names("run/checkpoints"));

        ExampleRun.Succeed(() => FlowerGan.Run(["resume", folder["run"], "--steps", "5"], program));
        Assert.Equal(["step-3", "step-5"], folder.Names("run/checkpoints"));
    }

    [Fact]
    public void A_token_that_is_cancelled_already_leaves_a_run_as_it_is()
    {
        var program = new GanProgram<FlowerGan> { Data = _ => FlowerData.Create() };
        ExampleRun.Succeed(() => FlowerGan.Run(["--steps", "2", "--out", folder["run"]], program));
        var before = folder.Contents();

        var interrupted = ExampleRun.Of(() =>
            FlowerGan.Run(["--out", folder["run"], "--overwrite"], program, cancellationToken: new(canceled: true))
        );

        Assert.Equal((130, ""), (interrupted.ExitCode, interrupted.Error));
        Assert.Equal(before, folder.Contents());
    }

    [Fact]
    public void Data_that_heed_the_token_end_the_program_by_it()
    {
        using var host = new CancellationTokenSource();
        var program = new GanProgram<FlowerGan>
        {
            Data = run =>
            {
                host.Cancel();
                run.CancellationToken.ThrowIfCancellationRequested();
                return FlowerData.Create();
            },
        };

        var interrupted = ExampleRun.Of(() =>
            FlowerGan.Run(["--out", folder["run"]], program, cancellationToken: host.Token)
        );

        Assert.Equal((130, ""), (interrupted.ExitCode, interrupted.Error));
    }

    [Fact]
    public void A_program_that_only_trains_has_defaults_and_a_token_too()
    {
        var defaults = new FlowerGan.Options { Steps = 3, BatchSize = 4 };
        int Start(CancellationToken token) =>
            FlowerGan.Run(["--out", folder["run"], "--overwrite"], _ => FlowerData.Create(), defaults, token);

        Assert.Contains("3 steps on 4 examples", ExampleRun.Of(() => Start(CancellationToken.None)).Output);
        Assert.Equal(130, ExampleRun.Of(() => Start(new CancellationToken(canceled: true))).ExitCode);
    }
}
