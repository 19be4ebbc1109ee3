using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>A run that is killed goes on, and its folder ends with the files of a run that never stopped, bit by bit.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly string[] Digits =
    [
        .. (string[])["--limit", "160", "--batch-size", "16", "--epochs", "6", "--threads", "1"],
        .. (string[])["--checkpoint-every", "7", "--seed", "3"],
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_killed_run_ends_with_the_files_of_one_that_never_stopped()
    {
        ExampleRun.Succeed("Digits", ["train", .. Digits, "--out", folder["whole"]]);
        StartAndKill("Digits", 12, ["train", .. Digits, "--out", folder["killed"]]);

        var resumed = ExampleRun.Succeed("Digits", "resume", folder["killed"]);

        Assert.Contains("Going on from", resumed.Output);
        AssertSameRun();
    }

    [Fact]
    public void A_run_on_a_sampler_goes_on_as_well()
    {
        string[] ring = ["--steps", "400", "--threads", "1", "--checkpoint-every", "30", "--loss", "saturating"];
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["whole"]]);
        StartAndKill("Ring", 100, ["train", .. ring, "--out", folder["killed"]]);

        ExampleRun.Succeed("Ring", "resume", folder["killed"]);

        AssertSameRun();
    }

    [Fact]
    public void A_run_that_ended_goes_on_with_more_steps()
    {
        ExampleRun.Succeed("Ring", "--steps", "40", "--threads", "1", "--out", folder["whole"]);
        ExampleRun.Succeed("Ring", "--steps", "30", "--threads", "1", "--out", folder["killed"]);

        var ended = ExampleRun.Succeed("Ring", "resume", folder["killed"]);
        Assert.Contains("has ended with step 30", ended.Output);
        ExampleRun.Succeed("Ring", "resume", folder["killed"], "--steps", "40");

        Assert.Equal(
            File.ReadAllText(folder["whole/measurements.csv"]),
            File.ReadAllText(folder["killed/measurements.csv"])
        );
        Assert.Equal(
            File.ReadAllBytes(folder["whole/generator.safetensors"]),
            File.ReadAllBytes(folder["killed/generator.safetensors"])
        );
    }

    /// <summary>More steps than the ten epochs have that Digits goes through by default.</summary>
    [Fact]
    public void A_run_of_so_many_steps_goes_on_to_the_last_of_them()
    {
        string[] digits =
        [
            "--limit",
            "32",
            "--batch-size",
            "16",
            "--steps",
            "24",
            "--threads",
            "1",
            "--checkpoint-every",
            "11",
        ];
        ExampleRun.Succeed("Digits", [.. digits, "--out", folder["whole"]]);
        ExampleRun.Succeed("Digits", [.. digits, "--out", folder["killed"]]);
        Directory.Delete(folder["killed/checkpoints/step-24"], recursive: true);

        ExampleRun.Succeed("Digits", "resume", folder["killed"]);

        AssertSameRun();
        Assert.DoesNotContain("epochs", File.ReadAllText(folder["whole/options.json"]));
    }

    [Fact]
    public void What_is_typed_of_steps_and_epochs_says_how_long_a_run_goes_on()
    {
        string[] digits = ["--limit", "32", "--batch-size", "16", "--threads", "1"];
        ExampleRun.Succeed("Digits", [.. digits, "--epochs", "2", "--out", folder["run"]]);
        Assert.Equal(4, LastStep("run"));

        ExampleRun.Succeed("Digits", "resume", folder["run"], "--steps", "7");
        Assert.Equal(7, LastStep("run"));
        var options = File.ReadAllText(folder["run/options.json"]);

        var ended = ExampleRun.Succeed("Digits", "resume", folder["run"], "--steps", "6");
        Assert.Contains("has ended with step 7", ended.Output);
        Assert.Equal(options, File.ReadAllText(folder["run/options.json"]));

        ExampleRun.Succeed("Digits", "resume", "--from", folder["run"], "--epochs", "5");
        Assert.Equal(10, LastStep("run"));
    }

    [Fact]
    public void Epochs_of_another_minibatch_are_counted_from_where_a_run_goes_on()
    {
        string[] digits = ["--limit", "48", "--batch-size", "8", "--threads", "1"];
        ExampleRun.Succeed("Digits", [.. digits, "--steps", "9", "--out", folder["run"]]);

        // 24 examples of the second epoch are left, and then two epochs.
        var resumed = ExampleRun.Succeed("Digits", "resume", folder["run"], "--batch-size", "24", "--epochs", "4");

        Assert.Equal(
            ["epoch 2/4  step 10/14", "epoch 3/4  step 12/14", "epoch 4/4  step 14/14"],
            resumed.Lines.Where(line => line.StartsWith("epoch", StringComparison.Ordinal)).Select(Place)
        );
        Assert.Equal(14, LastStep("run"));
    }

    [Fact]
    public void A_run_that_another_process_trains_is_left_alone()
    {
        ExampleRun.Succeed("Ring", "--steps", "3", "--out", folder["run"]);
        using (new FileStream(folder["run/.lock"], FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            ExampleRun
                .Of("Ring", "resume", folder["run"], "--steps", "6")
                .AssertRefused("Another process is training in", folder["run"]);
            ExampleRun
                .Of("Ring", "--steps", "6", "--out", folder["run"], "--overwrite")
                .AssertRefused("Another process is training in", folder["run"]);
        }

        ExampleRun.Succeed("Ring", "resume", folder["run"], "--steps", "6");
        Assert.False(File.Exists(folder["run/.lock"]));
    }

    [Fact]
    public void Warnings_of_steps_that_are_trained_again_are_dropped()
    {
        string[] ring = ["--steps", "40", "--threads", "1", "--checkpoint-every", "20"];
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["run"]]);
        Directory.Delete(folder["run/checkpoints/step-40"], recursive: true);
        File.AppendAllText(folder["run/warnings.csv"], "20,A,\"Kept, it is.\"\n21,B,Dropped.\n");

        ExampleRun.Succeed("Ring", "resume", folder["run"]);

        Assert.Equal("step,monitor,message\n20,A,\"Kept, it is.\"\n", File.ReadAllText(folder["run/warnings.csv"]));
    }

    [Fact]
    public void A_step_size_that_is_typed_takes_the_place_of_that_of_the_checkpoint()
    {
        string[] ring = ["--threads", "1", "--steps", "4"];
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["same"]]);
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["other"]]);

        ExampleRun.Succeed("Ring", "resume", folder["same"], "--steps", "6");
        ExampleRun.Succeed("Ring", "resume", folder["other"], "--steps", "6", "--generator-learning-rate", "0.01");

        Assert.NotEqual(
            File.ReadAllBytes(folder["same/generator.safetensors"]),
            File.ReadAllBytes(folder["other/generator.safetensors"])
        );
        Assert.Contains("\"generator-learning-rate\": \"0.01\"", File.ReadAllText(folder["other/options.json"]));
    }

    [Fact]
    public void Options_that_are_typed_take_the_place_of_those_of_the_run_and_the_others_stay()
    {
        string[] ring = ["--threads", "1", "--seed", "7", "--steps", "4", "--checkpoint-every", "2"];
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["run"]]);
        Assert.Equal(["step-2", "step-4"], folder.Names("run/checkpoints"));

        ExampleRun.Succeed("Ring", "resume", folder["run"], "--steps", "13", "--checkpoint-every", "3");
        Assert.Equal(["step-12", "step-13", "step-9"], folder.Names("run/checkpoints"));
        ExampleRun.Succeed("Ring", "resume", folder["run"], "--steps", "16", "--keep-checkpoints", "1");

        Assert.Equal(["step-16"], folder.Names("run/checkpoints"));
        var options = JsonDocument.Parse(File.ReadAllText(folder["run/options.json"])).RootElement;
        Assert.Equal(
            ("7", "16", "3", "1"),
            (Option("seed"), Option("steps"), Option("checkpoint-every"), Option("keep-checkpoints"))
        );

        string? Option(string name) => options.GetProperty(name).GetString();
    }

    [Fact]
    public void A_damaged_checkpoint_is_passed_over()
    {
        string[] ring = ["--steps", "40", "--threads", "1", "--checkpoint-every", "10"];
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["whole"]]);
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["killed"]]);
        File.WriteAllText(folder["killed/checkpoints/step-40/tensors.safetensors"], "torn");

        var resumed = ExampleRun.Succeed("Ring", "resume", folder["killed"]);

        Assert.Contains("is damaged", resumed.Output);
        Assert.Contains($"Going on from {folder["killed/checkpoints/step-30"]}", resumed.Output);
        AssertSameRun();
    }

    [Fact]
    public void A_run_that_was_killed_before_its_results_were_written_writes_them()
    {
        string[] ring = ["--steps", "30", "--threads", "1"];
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["whole"]]);
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["killed"]]);
        File.Delete(folder["killed/samples.npy"]);
        File.Delete(folder["killed/points.svg"]);
        File.WriteAllText(folder["killed/generator.safetensors"], "of an earlier step");

        ExampleRun.Succeed("Ring", "resume", folder["killed"]);

        AssertSameRun(eventFiles: 1);
    }

    [Fact]
    public void A_row_that_was_cut_off_is_no_row_of_an_earlier_step()
    {
        string[] ring = ["--steps", "40", "--threads", "1", "--checkpoint-every", "10"];
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["whole"]]);
        ExampleRun.Succeed("Ring", [.. ring, "--out", folder["killed"]]);
        Directory.Delete(folder["killed/checkpoints/step-40"], recursive: true);
        var rows = File.ReadAllLines(folder["killed/measurements.csv"]);
        File.WriteAllText(folder["killed/measurements.csv"], string.Join('\n', rows[..35]) + "\n3");

        ExampleRun.Succeed("Ring", "resume", folder["killed"]);

        AssertSameRun();
    }

    [Theory]
    [InlineData("@/dev/null", "'@/dev/null'")]
    [InlineData("--overwrite", "'--overwrite'")]
    [InlineData("a\nb", "'a?b'")]
    public void A_value_is_a_value_whatever_it_begins_with(string value, string found)
    {
        ExampleRun.Succeed("Ring", "--steps", "3", "--out", folder["a"]);
        File.WriteAllText(folder["a/options.json"], JsonSerializer.Serialize(new { loss = value }));

        ExampleRun.Of("Ring", "resume", folder["a"]).AssertRefused("cannot go on", found);
    }

    [Fact]
    public void What_cannot_go_on_is_refused()
    {
        ExampleRun.Of("Ring", "resume", folder["none"]).AssertRefused("There is no run", folder["none"]);

        ExampleRun.Succeed("Ring", "--steps", "3", "--out", folder["a"]);
        ExampleRun
            .Of("Ring", "--steps", "3", "--out", folder["a"])
            .AssertRefused("There is a run", "resume", "--overwrite");
        ExampleRun.Of("Digits", "resume", folder["a"]).AssertRefused("'loss'");
        ExampleRun.Succeed("Ring", "--steps", "3", "--out", folder["a"], "--overwrite");

        File.WriteAllText(folder["a/options.json"], "[1]");
        ExampleRun.Of("Ring", "resume", folder["a"]).AssertRefused("options of a run");
        File.WriteAllText(folder["a/options.json"], "{\"steps\": \"\\ud800\"}");
        ExampleRun.Of("Ring", "resume", folder["a"]).AssertRefused("options of a run");
        File.WriteAllText(folder["a/options.json"], "{\"steps\": \"-1\"}");
        ExampleRun.Of("Ring", "resume", folder["a"]).AssertRefused("cannot go on", "--steps is -1");
        File.WriteAllText(folder["a/options.json"], "{\"steps\": \"30\"}");
        Directory.Delete(folder["a/checkpoints"], recursive: true);
        ExampleRun.Of("Ring", "resume", folder["a"]).AssertRefused("There is no checkpoint");
    }

    private static string Place(string line) => string.Join("  ", line.Split("  ").Take(2));

    private int LastStep(string run) =>
        int.Parse(File.ReadAllLines(folder[run + "/measurements.csv"])[^1].Split(',')[0], CultureInfo.InvariantCulture);

    /// <summary>Starts an example's program, and kills it once a checkpoint of that step or a later one is there.</summary>
    private void StartAndKill(string example, int step, string[] args)
    {
        using var program = Process.Start(
            new ProcessStartInfo("dotnet", [ExampleRun.Examples[example].Location, .. args])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        program.OutputDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        var checkpoints = folder["killed/checkpoints"];
        while (!program.HasExited)
        {
            if (Directory.Exists(checkpoints) && Directory.EnumerateDirectories(checkpoints, "step-*").Any(IsDue))
            {
                program.Kill();
                program.WaitForExit();
                return;
            }

            Thread.Sleep(1);
        }

        Assert.Fail($"The program ended by itself: {program.StandardError.ReadToEnd()}");

        bool IsDue(string path) => int.Parse(Path.GetFileName(path)["step-".Length..]) >= step;
    }

    /// <param name="eventFiles">One for each time that the run was trained.</param>
    private void AssertSameRun(int eventFiles = 2)
    {
        Assert.Equal(folder.Files("whole"), folder.Files("killed"));
        Assert.Single(folder.Events("whole"));
        Assert.Equal(eventFiles, folder.Events("killed").Length);
        // A drawing names its parts at random; the report says when it measured last, and the name of its folder.
        foreach (var file in folder.Files("whole").Where(file => Path.GetExtension(file) is not (".svg" or ".html")))
        {
            Assert.True(
                File.ReadAllBytes(folder["whole/" + file])
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(folder["killed/" + file])),
                $"{file} differs."
            );
        }
    }
}
