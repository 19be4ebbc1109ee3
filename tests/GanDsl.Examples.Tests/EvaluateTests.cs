using System.Text.Json;
using GanDsl.CommandLine;
using GanDsl.Examples.Tests.Infrastructure;
using TorchSharp;

namespace GanDsl.Examples.Tests;

/// <summary>The command <c>evaluate</c> compares what a run generates with real examples.</summary>
public sealed class EvaluateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_longer_training_comes_closer_to_the_data()
    {
        ExampleRun.Succeed("Ring", "--steps", "20", "--threads", "1", "--seed", "1", "--out", folder["short"]);
        ExampleRun.Succeed("Ring", "--steps", "1500", "--threads", "1", "--seed", "1", "--out", folder["long"]);

        var first = Evaluate("short");
        var last = Evaluate("long");

        Assert.True(last("frechetDistance") < first("frechetDistance") / 2);
        Assert.True(last("coverage") > first("coverage"));
        Assert.Equal(600, last("count"));
        Assert.Equal(
            [
                "count",
                "frechetDistance",
                "kernelDistance",
                "kernelDistanceDeviation",
                "precision",
                "recall",
                "density",
                "coverage",
            ],
            Numbers("long").EnumerateObject().Select(number => number.Name)
        );
    }

    [Fact]
    public void The_file_holds_the_numbers_that_are_said()
    {
        ExampleRun.Succeed("Ring", "--steps", "300", "--threads", "1", "--seed", "1", "--out", folder["run"]);

        var said = ExampleRun.Succeed(
            "Ring",
            ["evaluate", "--from", folder["run"], "--count", "600", "--out", folder["run.json"]]
        );

        var numbers = Numbers("run");
        double Number(string name) => numbers.GetProperty(name).GetDouble();
        var written = new EvaluationResult(
            numbers.GetProperty("count").GetInt32(),
            Number("frechetDistance"),
            new KernelDistance(Number("kernelDistance"), Number("kernelDistanceDeviation")),
            new ManifoldOverlap(Number("precision"), Number("recall"), Number("density"), Number("coverage"))
        );
        Assert.Contains(written.ToString(), said.Output.ReplaceLineEndings("\n"));
        Assert.Contains($"{written.Count} generated examples", said.Output);
        double[] overlap = [.. new[] { "precision", "recall", "density", "coverage" }.Select(Number)];
        Assert.Equal(4, overlap.Select(value => Math.Round(value, 3)).Distinct().Count());
    }

    [Fact]
    public void The_seed_decides_what_is_compared()
    {
        Run(["--steps", "1", "--out", folder["run"]]);
        double Distance(int seed)
        {
            Run([
                "evaluate",
                "--from",
                folder["run"],
                "--seed",
                $"{seed}",
                "--out",
                folder[$"{seed}.json"],
                "--count",
                "8",
            ]);
            return Numbers($"{seed}").GetProperty("frechetDistance").GetDouble();
        }

        using var gan = new FlowerGan();
        NetworkWeights.Load(folder["run/generator.safetensors"], gan.G);
        using var data = FlowerData.Create();
        Assert.All(
            [3, 4],
            seed =>
            {
                using var evaluation = new GanEvaluation(data, count: 8, seed: seed);
                Assert.Equal(evaluation.EvaluateFrechetDistance(gan), Distance(seed), 1e-9);
            }
        );
        Assert.NotEqual(Distance(3), Distance(4));
    }

    [Fact]
    public void A_program_compares_by_its_features_with_its_data_and_their_labels()
    {
        Run(["--steps", "1", "--out", folder["run"]]);
        var seen = new List<long>();

        var run = Run(
            ["evaluate", "--from", folder["run"]],
            examples =>
            {
                seen.Add(examples.shape[0]);
                return examples.mean([1], keepdim: true);
            }
        );

        Assert.Equal([12, 12], seen);
        Assert.Contains(
            "12 generated examples and as many real ones (12 flowers), compared by their features:",
            run.Output
        );
        Assert.Matches(
            @"precision [01]\.\d{3}, recall [01]\.\d{3}, density \d\.\d{3}, coverage [01]\.\d{3}",
            run.Output
        );
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        ExampleRun
            .Of(() => Start(["evaluate", "--from", folder["nothing"]], features: null))
            .AssertRefused("generator.safetensors");
        ExampleRun
            .Of(() => Start(["evaluate", "--from", folder["run"], "--count", "5"], features: null))
            .AssertRefused("--count", "6");
    }

    private Func<string, double> Evaluate(string run)
    {
        ExampleRun.Succeed("Ring", "evaluate", "--from", folder[run], "--count", "600", "--out", folder[$"{run}.json"]);
        var numbers = Numbers(run);
        return name => numbers.GetProperty(name).GetDouble();
    }

    private JsonElement Numbers(string run) => JsonDocument.Parse(File.ReadAllBytes(folder[$"{run}.json"])).RootElement;

    private static ExampleRun Run(string[] args, Func<torch.Tensor, torch.Tensor>? features = null) =>
        ExampleRun.Succeed(() => Start(args, features));

    private static int Start(string[] args, Func<torch.Tensor, torch.Tensor>? features)
    {
        var program = new GanProgram<FlowerGan>
        {
            Data = _ => FlowerData.Create(),
            Features = features is null ? null : _ => features,
        };
        return FlowerGan.Run(args, program);
    }
}
