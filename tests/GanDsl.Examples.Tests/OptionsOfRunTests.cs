using System.Text.Json;
using GanDsl.CommandLine;
using GanDsl.Examples.Tests.Infrastructure;

namespace GanDsl.Examples.Tests;

/// <summary>What was typed for a training is meant by the commands that take its weights, too, unless something else is typed.</summary>
public sealed class OptionsOfRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("sample")]
    [InlineData("evaluate")]
    [InlineData("export")]
    public void Own_options_are_those_of_the_run_where_they_are_not_typed(string command)
    {
        string[] weights = [command, "--from", folder["run"]];
        Assert.Equal("red/4", Run("--steps", "2", "--colour", "red", "--size", "4", "--out", folder["run"]));

        Assert.Equal("red/4", Run(weights));
        Assert.Equal("red/5", Run([.. weights, "--size", "5"]));
        Assert.Equal("--out/4", Run([.. weights, "--colour=--out"]));

        Assert.Equal("/4", Run([.. weights, "--colour", ""]));

        File.Delete(folder["run/options.json"]);
        Assert.Equal("none/", Run(weights));
    }

    [Fact]
    public void An_empty_text_is_one()
    {
        Assert.Equal("/", Run("--steps", "2", "--colour", "", "--out", folder["run"]));

        Assert.Equal("/", Run("sample", "--from", folder["run"]));
        Assert.Equal("/", Run("resume", folder["run"], "--steps", "3"));
        Assert.Equal("red/", Run("resume", folder["run"], "--steps", "4", "--colour", "red"));
        Assert.Equal("/", Run("resume", folder["run"], "--steps", "5", "--colour", ""));
    }

    /// <summary>An option with a value of its own is never null, whether it is typed, kept by the run or neither.</summary>
    [Fact]
    public void Options_with_a_value_of_their_own_are_always_there()
    {
        Assert.Equal("7/dull", Seen("--steps", "2", "--out", folder["usual"]));
        Assert.Equal("8/shiny", Seen("--steps", "2", "--level", "8", "--finish", "shiny", "--out", folder["run"]));
        Assert.Equal("8/shiny", Seen("sample", "--from", folder["run"]));
        Assert.Equal("9/shiny", Seen("sample", "--from", folder["run"], "--level", "9"));

        static string Seen(params string[] args)
        {
            var program = new GanProgram<FlowerGan> { Data = _ => FlowerData.Create() };
            var level = program.Count("--level", "A number", 7);
            var finish = program.Text("--finish", "A word", "dull");
            var seen = "";
            ExampleRun.Succeed(() =>
                program.Run(
                    args,
                    new FlowerGan.Options(),
                    (options, run) =>
                    {
                        seen = $"{run.Get(level)}/{run.Get(finish)}";
                        return new FlowerGan(FlowerGan.Options.Of(options));
                    }
                )
            );
            return seen;
        }
    }

    [Fact]
    public void Options_that_the_program_no_longer_takes_are_refused_where_they_count()
    {
        Run("--steps", "2", "--out", folder["run"]);
        File.WriteAllText(
            folder["run/options.json"],
            JsonSerializer.Serialize(new { size = "large", shape = "round" })
        );
        string[] sample = ["sample", "--from", folder["run"]];

        ExampleRun.Of(() => Start(sample, out _)).AssertRefused("--size is 'large'", "type that option");
        Assert.Equal("none/3", Run([.. sample, "--size", "3"]));

        File.WriteAllText(folder["run/options.json"], "[]");
        ExampleRun.Of(() => Start(sample, out _)).AssertRefused("does not hold the options of a run");
    }

    [Fact]
    public void A_switch_that_is_typed_when_a_run_goes_on_is_heard()
    {
        ExampleRun.Succeed("Ring", "--steps", "3", "--out", folder["run"]);

        ExampleRun.Succeed("Ring", "resume", folder["run"], "--steps", "6", "--stop-when-discriminator-cannot-tell");

        Assert.Contains(
            "\"stop-when-discriminator-cannot-tell\": \"True\"",
            File.ReadAllText(folder["run/options.json"])
        );
    }

    [Fact]
    public void A_run_without_weights_yet_names_its_checkpoints()
    {
        ExampleRun.Succeed("Ring", "--steps", "4", "--checkpoint-every", "2", "--out", folder["run"]);
        File.Delete(folder["run/generator.safetensors"]);

        ExampleRun
            .Of("Ring", "sample", "--from", folder["run"])
            .AssertRefused("has no generator.safetensors yet", "--checkpoint step-4");
        ExampleRun.Succeed("Ring", "sample", "--from", folder["run"], "--checkpoint", "step-4");
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("evaluate", "--from")]
    public void A_path_from_another_folder_is_said_to_be_one_of_the_run(params string[] command)
    {
        var isThere = true;
        int Start(params string[] args)
        {
            var program = new GanProgram<FlowerGan>();
            var path = program.Text("--data", "The data");
            program.Data = run =>
                isThere
                    ? FlowerData.Create()
                    : throw new GanException($"There is no folder '{run.Get(path)}'; name one with flowers in it.");
            return FlowerGan.Run(args, program);
        }

        ExampleRun.Succeed(() => Start("--data", "garden/flowers", "--steps", "1", "--out", folder["run"]));
        isThere = false;

        ExampleRun
            .Of(() => Start([.. command, folder["run"]]))
            .AssertRefused(
                "no folder 'garden/flowers'",
                "from its --data",
                Environment.CurrentDirectory,
                "type --data anew"
            );
        Assert.DoesNotContain(
            "anew",
            ExampleRun.Of(() => Start([.. command, folder["run"], "--data", "garden"])).Error
        );
    }

    [Fact]
    public void Threads_of_a_larger_machine_can_be_replaced()
    {
        ExampleRun.Succeed("Ring", "--steps", "1", "--out", folder["run"]);
        File.WriteAllText(folder["run/options.json"], """{"threads": "100000", "steps": "3"}""");

        ExampleRun
            .Of("Ring", "resume", folder["run"])
            .AssertRefused("--threads is 100000", "what is typed after 'resume' replaces an option of the run");
        ExampleRun.Succeed("Ring", "resume", folder["run"], "--threads", "1");
    }

    /// <summary>What a program that has to succeed knew of its own options when it made the GAN.</summary>
    private static string Run(params string[] args)
    {
        var seen = "";
        ExampleRun.Succeed(() => Start(args, out seen));
        return seen;
    }

    private static int Start(string[] args, out string seen)
    {
        var program = new GanProgram<FlowerGan> { Data = _ => FlowerData.Create() };
        var colour = program.Text("--colour", "A word", "none");
        var size = program.Count("--size", "A number");
        var text = "";
        var exitCode = program.Run(
            args,
            new FlowerGan.Options(),
            (options, run) =>
            {
                text = $"{run.Get(colour)}/{run.Get(size)}";
                return new FlowerGan(FlowerGan.Options.Of(options));
            }
        );
        seen = text;
        return exitCode;
    }
}
