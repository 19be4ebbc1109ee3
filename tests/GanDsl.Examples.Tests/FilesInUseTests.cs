using GanDsl.CommandLine;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>Files of a run that another program keeps for itself, and others that cannot be written.</summary>
public sealed class FilesInUseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("measurements.csv")]
    [InlineData("samples.npy")]
    public void A_run_is_not_replaced_where_one_of_its_files_is_in_use(string file)
    {
        Succeed("--steps", "2", "--out", folder["run"]);
        var before = folder.Contents();
        using (new FileStream(folder[$"run/{file}"], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            ExampleRun
                .Of(() => Start(["--steps", "2", "--out", folder["run"], "--overwrite"]))
                .AssertRefused(file, "close the program that has it open");
        }

        Assert.Equal(before, folder.Contents());
        Succeed("resume", folder["run"], "--steps", "3");
    }

    [Fact]
    public void A_run_is_not_replaced_where_one_of_its_checkpoints_holds_a_file_of_somebody()
    {
        Succeed("--steps", "2", "--out", folder["run"]);
        File.WriteAllText(folder["run/checkpoints/step-2/notes.txt"], "mine");
        var before = folder.Contents();

        ExampleRun
            .Of(() => Start(["--steps", "2", "--out", folder["run"], "--overwrite"]))
            .AssertRefused("notes.txt", "would be lost");

        Assert.Equal(before, folder.Contents());
    }

    [Fact]
    public void Where_there_is_no_room_for_a_checkpoint_there_may_be_for_the_weights()
    {
        var program = Program();
        program.AfterStep = (_, step, run) =>
        {
            if (step.Number == 3)
            {
                File.WriteAllText(run.Folder["checkpoints"], "in the way");
            }
        };

        var refused = ExampleRun.Of(() => FlowerGan.Run(["--steps", "3", "--out", folder["run"]], program));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("checkpoints", refused.Error);
        Assert.True(File.Exists(folder["run/generator.safetensors"]));
    }

    [Fact]
    public void A_run_is_replaced_while_somebody_reads_it()
    {
        Succeed("--steps", "2", "--out", folder["run"]);
        using var reader = new FileStream(
            folder["run/measurements.csv"],
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite
        );

        Succeed("--steps", "1", "--out", folder["run"], "--overwrite");
    }

    /// <summary>Found out at the end only: the steps since the last checkpoint are saved, and what else can be written is.</summary>
    [Fact]
    public void What_cannot_be_written_at_the_end_costs_nothing_else()
    {
        var program = Program();
        program.AfterStep = (_, step, run) =>
        {
            if (step.Number == 3)
            {
                Directory.CreateDirectory(run.Folder["generator.safetensors"]);
            }
        };

        var refused = ExampleRun.Of(() =>
            FlowerGan.Run(["--steps", "5", "--checkpoint-every", "4", "--out", folder["run"]], program)
        );

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("generator.safetensors", refused.Error);
        Assert.Equal(["step-4", "step-5"], folder.Names("run/checkpoints"));
    }

    [Fact]
    public void The_results_that_can_be_written_are()
    {
        Succeed("--steps", "2", "--out", folder["run"]);
        File.Delete(folder["run/samples.npy"]);
        File.Delete(folder["run/report.html"]);
        File.Delete(folder["run/points.svg"]);
        var program = Program();
        program.Prepare = (_, run) =>
        {
            Directory.CreateDirectory(run.Folder["samples.npy"]);
            Directory.CreateDirectory(run.Folder["points.svg"]);
        };

        ExampleRun
            .Of(() => FlowerGan.Run(["resume", folder["run"], "--steps", "3"], program))
            .AssertRefusedAfterTraining("samples.npy", "points.svg");

        Assert.True(File.Exists(folder["run/report.html"]));
        Assert.Equal(["step-2", "step-3"], folder.Names("run/checkpoints"));
    }

    [Fact]
    public void A_path_with_a_space_can_be_typed_as_it_is_said()
    {
        Succeed("--steps", "2", "--out", folder["my run"]);

        ExampleRun
            .Of(() => Start(["--steps", "2", "--out", folder["my run"]]))
            .AssertRefused($"'resume \"{folder["my run"]}\"'");
    }

    private static ExampleRun Succeed(params string[] args) => ExampleRun.Succeed(() => Start(args));

    private static int Start(string[] args) => FlowerGan.Run(args, Program());

    private static GanProgram<FlowerGan> Program() => new() { Data = _ => FlowerData.Create() };
}
