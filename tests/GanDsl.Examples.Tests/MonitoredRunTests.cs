using Digits;
using GanDsl.CommandLine;
using GanDsl.Examples.Tests.Infrastructure;
using GanDsl.ToyData;
using GanDsl.Training;
using Ring;
using TorchSharp;

namespace GanDsl.Examples.Tests;

/// <summary>What watches a run, what judges it, and what is left of one that goes wrong.</summary>
public sealed class MonitoredRunTests : IDisposable
{
    private static readonly string[] Short = ["--limit", "64", "--batch-size", "16", "--epochs", "2", "--threads", "1"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_that_diverges_ends_with_a_sentence_and_its_last_good_checkpoint()
    {
        ExampleRun.Succeed("Digits", [.. Short, "--checkpoint-every", "4", "--out", folder["run"]]);
        var weights = File.ReadAllBytes(folder["run/generator.safetensors"]);

        var resumed = ExampleRun.Of(
            "Digits",
            ["resume", folder["run"], "--epochs", "20", .. LearningRates("1000000"), "--checkpoint-every", "1000"]
        );

        Assert.Equal(1, resumed.ExitCode);
        var sentence = resumed.Error.Trim();
        Assert.DoesNotContain('\n', sentence);
        Assert.StartsWith("The training has diverged by step ", sentence);
        Assert.Matches("of the (generator|discriminator); the last good checkpoint is", sentence);
        Assert.Contains(folder["run/checkpoints/step-8"], sentence);
        Assert.Equal(weights, File.ReadAllBytes(folder["run/generator.safetensors"]));
        Assert.Equal(["step-4", "step-8"], folder.Names("run/checkpoints"));
        Assert.Contains(",NotFinite,", File.ReadAllText(folder["run/warnings.csv"]));
        Assert.Contains("NotFinite", File.ReadAllText(folder["run/report.html"]));

        var mended = ExampleRun.Succeed(
            "Digits",
            ["resume", folder["run"], "--epochs", "3", .. LearningRates("0.0001")]
        );
        Assert.Contains("Going on from", mended.Output);
        Assert.Equal("step,monitor,message\n", File.ReadAllText(folder["run/warnings.csv"]));
    }

    /// <summary>Three steps are an epoch. Nothing watches, so the run looks by itself where it saves and where an epoch or all of it ends.</summary>
    [Theory]
    [InlineData(1, 4, "9", 3)]
    [InlineData(3, 4, "9", 3)]
    [InlineData(4, 4, "9", 4)]
    [InlineData(4, 5, "9", 5)]
    [InlineData(4, 100, "5", 5)]
    public void Weights_that_are_not_finite_are_found_where_they_would_be_kept(
        int step,
        int checkpointEvery,
        string steps,
        int expected
    )
    {
        var judged = new List<long>();
        var program = new GanProgram<FlowerGan>
        {
            Data = _ => FlowerData.Create(),
            Monitors = _ => new TrainingMonitors(),
            Score = gan =>
            {
                judged.Add(gan.StepCount);
                return 0;
            },
            AfterStep = (gan, taken, _) =>
            {
                if (taken.Number == step)
                {
                    using var noGradients = torch.no_grad();
                    gan.G.parameters().First().fill_(float.NaN);
                }
            },
        };

        var run = ExampleRun.Of(() =>
            FlowerGan.Run(
                ["--steps", steps, "--checkpoint-every", $"{checkpointEvery}", "--out", folder["run"]],
                program
            )
        );

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"The training has diverged by step {expected}. ", run.Error);
        Assert.Contains("of the generator; ", run.Error);
        Assert.All(judged, number => Assert.InRange(number, 1, step - 1));
        Assert.False(File.Exists(folder["run/generator.safetensors"]));
        Assert.Equal(
            expected > 4 && checkpointEvery == 4 ? ["step-4"] : [],
            new CheckpointFolder(folder["run/checkpoints"]).All.Select(Path.GetFileName)
        );
    }

    [Fact]
    public void Weights_that_are_not_finite_where_training_is_stopped_are_not_saved()
    {
        var program = new GanProgram<FlowerGan>
        {
            Data = _ => FlowerData.Create(),
            Monitors = _ => new TrainingMonitors { Every = 1 }.StopWhen(new Noticed("Two.", 2)),
            AfterStep = (gan, _, _) =>
            {
                using var noGradients = torch.no_grad();
                gan.D.parameters().First().fill_(float.NaN);
            },
        };

        var run = ExampleRun.Of(() => FlowerGan.Run(["--steps", "9", "--out", folder["run"]], program));

        Assert.StartsWith("The training has diverged by step 2. ", run.Error);
        Assert.False(File.Exists(folder["run/generator.safetensors"]));
        Assert.Empty(new CheckpointFolder(folder["run/checkpoints"]).All);
    }

    [Fact]
    public void Data_are_closed_where_monitors_cannot_be_had()
    {
        using var images = torch.zeros(8, 1, 28, 28);
        var data = new TensorDataset(images);
        var program = new GanProgram<DigitGan>
        {
            Data = _ => data,
            Monitors = _ => throw new GanException("There is nothing to watch."),
        };

        ExampleRun
            .Of(() => DigitGan.Run(["--out", folder["out"]], program))
            .AssertRefused("There is nothing to watch.");

        Assert.Throws<ObjectDisposedException>(() => data.Read([0]));
    }

    [Fact]
    public void Data_that_were_not_scaled_are_noticed()
    {
        var program = new GanProgram<DigitGan>
        {
            Data = _ => new TensorDataset(torch.rand(32, 1, 28, 28), ValueRange.MinusOneToOne),
        };

        Succeed(program, ["--steps", "2", "--batch-size", "16"]);

        Assert.Contains(
            "2,UnusedRange,\"Real examples have values from ",
            File.ReadAllText(folder["out/warnings.csv"])
        );
    }

    [Fact]
    public void The_best_checkpoint_stays_and_is_named()
    {
        var program = new GanProgram<DigitGan>
        {
            Data = _ => new SyntheticDigits(64, 1),
            Score = gan => Math.Abs(gan.StepCount - 4.5),
        };

        var run = Succeed(program, [.. Short[2..], "--checkpoint-every", "2", "--keep-checkpoints", "1"]);

        Assert.Equal(["step-4", "step-8"], folder.Names("out/checkpoints"));
        Assert.Contains($"The best checkpoint is {folder["out/checkpoints/step-4"]}, with a score of 0.5.", run.Output);
        var sampled = ExampleRun.Succeed("Digits", "sample", "--from", folder["out"], "--checkpoint", "best");
        Assert.Contains("Wrote 64 examples", sampled.Output);
        var best = File.ReadAllBytes(folder["out/samples.npy"]);
        ExampleRun.Succeed("Digits", "sample", "--from", folder["out"], "--checkpoint", "step-4");
        Assert.Equal(best, File.ReadAllBytes(folder["out/samples.npy"]));
        ExampleRun.Succeed("Digits", "sample", "--from", folder["out"]);
        Assert.NotEqual(best, File.ReadAllBytes(folder["out/samples.npy"]));
    }

    [Fact]
    public void Warnings_are_shown_and_written_and_a_stop_ends_training()
    {
        var program = new GanProgram<DigitGan>
        {
            Data = _ => new SyntheticDigits(64, 1),
            Monitors = _ =>
                new TrainingMonitors { Every = 2 }
                    .Warn(new Noticed("Two, \"2\".", 2))
                    .StopWhen(new Noticed("Six.", 6))
                    .Warn(new ModeCollapse(ratio: 0.99, looks: 1, after: 0)),
        };

        var run = Succeed(
            program,
            ["--batch-size", "16", "--threads", "1", "--epochs", "9", "--checkpoint-every", "4"]
        );

        var lines = File.ReadAllLines(folder["out/warnings.csv"]);
        Assert.Contains("2,Noticed,\"Two, \"\"2\"\".\"", lines);
        Assert.Contains("6,Noticed,Six.", lines);
        // The run gave it real examples, beside which an untrained generator varies little.
        Assert.Contains(lines, line => line.Contains("has collapsed"));
        Assert.Contains("Step 2: Two, \"2\".", run.Output);
        Assert.Contains("Step 6: Six. Training stops here.", run.Output);
        Assert.Equal(["step-4", "step-6"], folder.Names("out/checkpoints"));
        Assert.Equal(7, File.ReadAllLines(folder["out/measurements.csv"]).Length);
    }

    [Fact]
    public void A_sampler_is_not_asked_for_more_than_without_monitors()
    {
        List<int> Asked(TrainingMonitors monitors)
        {
            var asked = new List<int>();
            var ring = GaussianMixture.Ring(modes: 8, radius: 2, standardDeviation: 0.1);
            var program = new GanProgram<RingGan>
            {
                Sampler = _ =>
                    count =>
                    {
                        asked.Add(count);
                        return new Minibatch(ring.Sample(count));
                    },
                Monitors = _ => monitors,
            };
            Assert.Equal(
                0,
                ExampleRun
                    .Of(() =>
                        program.Run(
                            ["--steps", "20", "--out", folder["ring"], "--overwrite"],
                            new RingGan.Options(),
                            (options, _) => new RingGan(RingGan.Options.Of(options))
                        )
                    )
                    .ExitCode
            );
            return asked;
        }

        var collapse = new ModeCollapse();
        Assert.Equal(Asked(new TrainingMonitors()), Asked(new TrainingMonitors().Warn(collapse)));
        Assert.True(collapse.HasReal);
    }

    [Fact]
    public void A_run_can_stop_where_D_cannot_tell()
    {
        ExampleRun.Succeed("Ring", ["--steps", "3", "--out", folder["ring"], "--stop-when-discriminator-cannot-tell"]);
        Assert.Contains(
            "\"stop-when-discriminator-cannot-tell\": \"True\"",
            File.ReadAllText(folder["ring/options.json"])
        );
        ExampleRun.Succeed("Ring", "resume", folder["ring"], "--steps", "5");
    }

    [Fact]
    public void A_walk_is_an_animated_picture_and_a_strip()
    {
        ExampleRun.Succeed("Digits", [.. Short, "--out", folder["run"]]);

        var walk = ExampleRun.Succeed(
            "Digits",
            ["interpolate", "--from", folder["run"], "--count", "3", "--between", "2", "--out", folder["walk"]]
        );

        Assert.Contains("Wrote 9 frames", walk.Output);
        Assert.Equal(["walk-strip.png", "walk.png"], folder.Names("walk"));
        // Three images in a row of the strip, and frames four times as large.
        Assert.Equal((3 * 28 + 4 * 2, 3 * 28 + 4 * 2), SizeOf(folder["walk/walk-strip.png"]));
        Assert.Equal((4 * 28, 4 * 28), SizeOf(folder["walk/walk.png"]));
        Assert.Equal(9, File.ReadAllBytes(folder["walk/walk.png"]).AsSpan().Count("fcTL"u8));
    }

    [Fact]
    public void A_walk_of_a_class_is_of_that_class()
    {
        ExampleRun.Succeed("ConditionalDigits", "--limit", "64", "--steps", "1", "--out", folder["run"]);
        byte[] Walk(params string[] labels)
        {
            ExampleRun.Succeed(
                "ConditionalDigits",
                ["interpolate", "--from", folder["run"], "--count", "2", .. labels]
            );
            return File.ReadAllBytes(folder["run/walk.png"]);
        }

        Assert.Equal(Walk(), Walk("--labels", "0"));
        Assert.NotEqual(Walk(), Walk("--labels", "3"));
    }

    [Fact]
    public void A_walk_goes_from_each_latent_in_the_class_whose_turn_it_is()
    {
        ExampleRun.Succeed("ConditionalDigits", "--limit", "64", "--steps", "1", "--out", folder["run"]);

        ExampleRun.Succeed(
            "ConditionalDigits",
            [
                .. (string[])["interpolate", "--from", folder["run"], "--count", "3", "--between", "1", "--seed", "4"],
                .. (string[])["--labels", "3,1"],
            ]
        );

        using var gan = new ConditionalDigits.ConditionalDigitGan(new() { Seed = 4 });
        NetworkWeights.Load(folder["run/generator.safetensors"], gan.G);
        using var places = gan.DrawLatents(3);
        using var way = new ConditionalDigits.ConditionalDigitGan.Latents(
            LatentPath.Spherical(places.Tensor, between: 1, closed: true)
        );
        using var frames = gan.Sample(way, new ConditionalDigits.ConditionalDigitGan.Labels([3, 3, 1, 1, 3, 3]));
        frames.SaveGrid(folder["expected.png"], columns: 2);
        Assert.Equal(File.ReadAllBytes(folder["expected.png"]), File.ReadAllBytes(folder["run/walk-strip.png"]));
    }

    [Fact]
    public void Truncated_samples_vary_less()
    {
        ExampleRun.Succeed("Ring", "--steps", "1", "--out", folder["run"]);
        double Spread(params string[] truncation)
        {
            ExampleRun.Succeed("Ring", ["sample", "--from", folder["run"], "--count", "500", .. truncation]);
            var file = File.ReadAllBytes(folder["run/samples.npy"]);
            var values = new float[1000];
            Buffer.BlockCopy(file, file.Length - 4000, values, 0, 4000);
            return values.Max() - values.Min();
        }

        Assert.InRange(Spread("--truncation", "0.1"), 0, 0.5 * Spread());
    }

    private static string[] LearningRates(string value) =>
        ["--generator-learning-rate", value, "--discriminator-learning-rate", value];

    private ExampleRun Succeed(GanProgram<DigitGan> program, string[] args) =>
        ExampleRun.Succeed(() =>
            program.Run(
                [.. args, "--out", folder["out"]],
                new DigitGan.Options(),
                (options, _) => new DigitGan(DigitGan.Options.Of(options))
            )
        );

    private static (int Width, int Height) SizeOf(string png)
    {
        var bytes = File.ReadAllBytes(png);
        return (bytes[18] * 256 + bytes[19], bytes[22] * 256 + bytes[23]);
    }

    private sealed class Noticed(string message, long step) : TrainingMonitor
    {
        public override string? Look(IGan gan, IReadOnlyList<StepRecord> steps) =>
            steps[^1].Number == step ? message : null;
    }
}
