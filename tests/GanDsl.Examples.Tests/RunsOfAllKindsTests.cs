using System.Buffers.Binary;
using GanDsl.CommandLine;
using GanDsl.Examples.Tests.Infrastructure;
using TorchSharp;

namespace GanDsl.Examples.Tests;

/// <summary>Runs that the examples do not have: of other data, with other declarations, and beyond the memory of the machine.</summary>
public sealed class RunsOfAllKindsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>A penalty is what a warning recommends where D has won.</summary>
    [Fact]
    public void What_is_measured_since_a_change_has_columns_of_its_own()
    {
        Flowers(["--steps", "2"]);
        var before = Rows();

        ExampleRun.Succeed(() =>
            PenalizedFlowerGan.Run(
                ["resume", folder["run"], "--steps", "5"],
                new GanProgram<PenalizedFlowerGan> { Data = _ => FlowerData.Create() }
            )
        );

        var changed = Rows();
        Assert.Equal([$"{before[0]},r1_penalty", $"{before[1]},", $"{before[2]},"], changed[..3]);
        Assert.Equal([true, false, true], changed[3..].Select(row => !row.EndsWith(',')));

        Flowers(["resume", folder["run"], "--steps", "6"]);

        var again = Rows();
        Assert.Equal(changed, again[..^1]);
        Assert.EndsWith(",", again[^1]);
        Assert.All(again, row => Assert.Equal(again[0].Split(',').Length, row.Split(',').Length));
    }

    [Fact]
    public void A_table_of_something_else_is_left_alone()
    {
        Flowers(["--steps", "2"]);
        File.WriteAllText(folder["run/measurements.csv"], "name,price\n100,2\n");

        var refused = ExampleRun.Of(() => Start(["resume", folder["run"], "--steps", "4"]));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("does not begin with 'step,epoch', so it is no table of this run; move it", refused.Error);
        Assert.Equal("name,price\n100,2\n", File.ReadAllText(folder["run/measurements.csv"]));

        File.WriteAllText(folder["run/measurements.csv"], "");
        Flowers(["resume", folder["run"], "--steps", "4"]);
        Assert.StartsWith("step,epoch,", Rows()[0]);
    }

    [Fact]
    public void Lazy_penalties_are_empty_between_and_a_dash_on_the_console()
    {
        var run = ExampleRun.Succeed(() =>
            PenalizedFlowerGan.Run(
                ["--steps", "4", "--out", folder["run"]],
                new GanProgram<PenalizedFlowerGan> { Data = _ => FlowerData.Create(), ReportEvery = 1 }
            )
        );

        Assert.DoesNotContain("NaN", run.Output);
        Assert.Contains("r1 penalty –", run.Output);
        Assert.DoesNotContain("NaN", File.ReadAllText(folder["run/measurements.csv"]));
        Assert.DoesNotContain("not finite", File.ReadAllText(folder["run/report.html"]));
    }

    [Fact]
    public void Images_that_no_picture_shows_are_trained_and_sampled_as_numbers()
    {
        var program = new GanProgram<FourChannelGan>
        {
            Data = _ => new TensorDataset((torch.rand(8, 4, 2, 2) * 2) - 1, ValueRange.MinusOneToOne),
        };

        ExampleRun.Succeed(() => FourChannelGan.Run(["--out", folder["run"]], program));
        ExampleRun.Succeed(() => FourChannelGan.Run(["sample", "--from", folder["run"], "--count", "3"], program));

        Assert.Empty(Directory.GetFiles(folder["run"], "*.png", SearchOption.AllDirectories));
        ExampleRun
            .Of(() => FourChannelGan.Run(["interpolate", "--from", folder["run"]], program))
            .AssertRefused("[4, 2, 2]", "'sample' writes");
    }

    [Fact]
    public void Without_epochs_each_checkpoint_has_a_picture()
    {
        var program = new GanProgram<Digits.DigitGan>
        {
            Sampler = _ => count => new Minibatch((torch.rand(count, 1, 28, 28) * 2) - 1),
        };

        ExampleRun.Succeed(() =>
            Digits.DigitGan.Run(
                ["--steps", "5", "--batch-size", "4", "--checkpoint-every", "2", "--out", folder["run"]],
                program
            )
        );

        Assert.Equal(
            ["samples-2.png", "samples-4.png", "samples-5.png"],
            folder.Names("run/samples").Where(name => Path.GetExtension(name) == ".png")
        );
    }

    [Theory]
    [InlineData(10_000, new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(10_001, new[] { 2, 4, 6 })]
    [InlineData(20_000, new[] { 2, 4, 6 })]
    [InlineData(20_001, new[] { 3, 6 })]
    public void Of_many_steps_TensorBoard_gets_some(long stepsOfRun, int[] expected)
    {
        using var gan = new FlowerGan();
        using var data = FlowerData.Create();
        var plan = new TrainingPlan(stepsOfRun, Epochs: null, ExamplesPerStep: 4);
        var written = new List<int>();
        using (var events = RunEvents.Open(folder["events"], plan, goesOn: false, picturesOfRun: 1))
        {
            foreach (var step in gan.Train(data))
            {
                events.Add(step);
                written.Add((int)step.Number);
            }
        }

        Assert.Equal(Enumerable.Range(1, 6), written);
        var file = File.ReadAllBytes(Directory.GetFiles(folder["events"]).Single());
        Assert.Equal(expected, StepsOf(file));

        // A record is its length in eight bytes, four of a checksum, and an event before four more: the wall time in nine bytes and then the
        // number of the step, which is one byte below 128, behind its tag. The first record is the version.
        static IEnumerable<int> StepsOf(byte[] file)
        {
            for (var at = 0; at < file.Length; at += 16 + (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at)))
            {
                if (file[at + 21] == 0x10)
                {
                    yield return file[at + 22];
                }
            }
        }
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 101)]
    [InlineData(1000, 200)]
    [InlineData(1001, 167)]
    public void Of_many_pictures_TensorBoard_gets_some(int count, int expected)
    {
        using var image = torch.zeros(1, 1, 2, 2);
        ImageGrid.Save(folder["picture.png"], image);
        var plan = new TrainingPlan(Steps: 1000, Epochs: null, ExamplesPerStep: 4);

        using (var events = RunEvents.Open(folder["events"], plan, goesOn: false, picturesOfRun: count))
        {
            for (var step = 1; step <= count; step++)
            {
                events.AddPicture(step, folder["picture.png"]);
            }
        }

        var file = File.ReadAllBytes(Directory.GetFiles(folder["events"]).Single());
        Assert.Equal(expected, file.AsSpan().Count("IHDR"u8));
    }

    [Fact]
    public void A_run_in_the_place_of_another_has_its_own_events_alone()
    {
        Flowers(["--steps", "2"]);
        Assert.Single(folder.Events("run"));
        File.WriteAllText(folder["run/tensorboard/notes.txt"], "mine");
        File.WriteAllText(folder["run/tensorboard/events.out.tfevents.0000000001.host.1"], "older");

        Flowers(["--steps", "2", "--overwrite"]);

        Assert.Equal(2, folder.Events("run").Length);
        Assert.Equal("mine", File.ReadAllText(folder["run/tensorboard/notes.txt"]));
        Assert.DoesNotContain("older", folder.Events("run").Select(File.ReadAllText));
    }

    [Fact]
    public void An_ended_run_that_lost_its_last_checkpoint_forgets_the_steps_after_the_one_before()
    {
        Flowers(["--steps", "6", "--checkpoint-every", "4"]);
        Directory.Delete(folder["run/checkpoints/step-6"], recursive: true);

        var resumed = Flowers(["resume", folder["run"], "--steps", "3"]);

        Assert.Contains("has ended with step 4", resumed.Output);
        Assert.DoesNotContain("options.json", resumed.Output);
        Assert.StartsWith("4,", Rows()[^1]);
    }

    [Fact]
    public void Epochs_of_a_moment_share_a_checkpoint()
    {
        Flowers(["--epochs", "40"]);

        Assert.Equal(["step-102", "step-120"], folder.Names("run/checkpoints"));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(3, 102)]
    [InlineData(99, 198)]
    [InlineData(100, 100)]
    [InlineData(101, 101)]
    public void Checkpoints_are_whole_epochs_of_at_least_a_hundred_steps_apart(int stepsOfEpoch, long expected)
    {
        var epochs = new EpochEnds(schedule: 1, batchSize: 4, examples: (4 * stepsOfEpoch) + 3, epochs: 9, null);

        Assert.Equal(expected, new TrainingPlan(1_000_000, epochs, 4).StepsOfCheckpoints);
        Assert.Equal(1000, new TrainingPlan(1_000_000, Epochs: null, 4).StepsOfCheckpoints);
    }

    [Fact]
    public void A_lack_of_memory_is_said()
    {
        var program = new GanProgram<FlowerGan> { Sampler = _ => _ => new Minibatch(torch.zeros(1L << 45)) };

        var run = ExampleRun.Of(() => FlowerGan.Run(["--steps", "1", "--out", folder["run"]], program));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "There is not enough memory: libtorch asked for 140737488355328 bytes more; choose a smaller --batch-size, or where examples are generated a "
                + "smaller --count.",
            run.Error.Trim()
        );
    }

    [Fact]
    public void Examples_without_values_are_refused_as_by_training()
    {
        var program = new GanProgram<FlowerGan> { Sampler = _ => count => new Minibatch(torch.zeros(count, 0)) };

        var run = ExampleRun.Of(() => FlowerGan.Run(["--steps", "1", "--out", folder["run"]], program));

        Assert.StartsWith("The sampler was asked for [4, 2] and answered [4, 0];", run.Error);
    }

    [Fact]
    public void Labels_of_a_sampler_that_name_no_class_are_refused()
    {
        var program = new GanProgram<FlowerGan>
        {
            Sampler = _ => count => new Minibatch(torch.rand(count, 2), torch.full(count, 3, torch.int64)),
        };

        var run = ExampleRun.Of(() => FlowerGan.Run(["--steps", "1", "--out", folder["run"]], program));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "The sampler answered labels that are none: FlowerGan.Labels holds the classes of N examples, [N] of int64, of the classes 0 to 2, but one of "
                + "them is 3; number them anew, or declare more classes.",
            run.Error.Trim()
        );
    }

    [Theory]
    [InlineData("--seed")]
    [InlineData("--labels")]
    [InlineData("--from")]
    public void An_option_has_a_name_of_its_own(string name)
    {
        var program = new GanProgram<FlowerGan> { Data = _ => FlowerData.Create() };
        program.Text(name, "Something else");

        var refusal = Assert.Throws<InvalidOperationException>(() => FlowerGan.Run(["--help"], program));

        Assert.Contains($"has an option {name} of its own, but there is one of that name already", refusal.Message);
        Assert.Contains("is called 'seed'", Assert.Throws<ArgumentException>(() => program.Text("seed", "")).Message);
    }

    /// <summary>The lines of the measurements, the header first.</summary>
    private string[] Rows() => File.ReadAllLines(folder["run/measurements.csv"]);

    private ExampleRun Flowers(string[] args) =>
        ExampleRun.Succeed(() => Start(args is ["resume", ..] ? args : [.. args, "--out", folder["run"]]));

    private static int Start(string[] args) =>
        FlowerGan.Run(args, new GanProgram<FlowerGan> { Data = _ => FlowerData.Create() });
}
