using System.CommandLine;
using System.Text.Json;
using static TorchSharp.torch;

namespace GanDsl.CommandLine;

/// <summary>The command <c>evaluate</c>: compares what the weights of a run generate with real examples.</summary>
internal sealed class EvaluateCommand<TGan> : WeightsCommand<TGan>
    where TGan : class, IGan
{
    private readonly Option<int> count;
    private readonly Option<string?> file;

    public EvaluateCommand(GanProgram<TGan> program, GanOptionSet chosen, Func<IGanOptions, TrainingRun, TGan> create)
        : base(program, chosen, create, "evaluate", "Compares what the weights of a run generate with real examples.")
    {
        count = OptionFactory.Count(
            "--count",
            10_000,
            "How many examples of each kind; all real ones where there are fewer",
            GanEvaluation.Least,
            int.MaxValue
        );
        file = OptionFactory.Text("--out", null, "A file for the numbers, as JSON [default: none]");
        Define(chosen.OfSampling, file, count);
    }

    protected override int Run(ParseResult parsed, TrainingRun run, TGan gan)
    {
        var source = Weights.Load(parsed, gan);
        var examples = parsed.GetValue(count);
        using var data = RealExamples(run, gan, examples);
        RunTable.Of(data)?.RequireSame(source);
        RunClasses.RequireSame(source, data, gan);
        data.EnsureFits(gan.GetType().Name, gan.ExampleShape, gan.Range, batchSize: 1);
        using var evaluation = new GanEvaluation(data, Program.Features?.Invoke(run), examples, run.Options.Seed);
        var result = evaluation.Evaluate(gan);
        var features = Program.Features is null ? "values" : "features";
        Console.WriteLine(
            $"{result.Count} generated examples and as many real ones ({data.Description}), compared by their {features}:"
        );
        Console.WriteLine(result);
        if (parsed.GetValue(file) is { } path)
        {
            FileReplacement.Write(path, stream => Write(stream, result));
            Console.WriteLine($"Wrote {path}.");
        }

        return 0;
    }

    private Dataset RealExamples(TrainingRun run, TGan gan, int examples)
    {
        if (Program.Data?.Invoke(run) is { } data)
        {
            return data;
        }

        var sampler =
            Program.Sampler?.Invoke(run)
            ?? throw new InvalidOperationException(
                "The program has neither Data nor a Sampler to compare with; give it one of them."
            );
        using var scope = NewDisposeScope();
        using var drawn = sampler(examples);
        var set = new TensorDataset(drawn.Examples, gan.Range, "fresh examples");
        return drawn.Labels is { } labels
            ? new LabeledDataset(set, labels.cpu().to(int64).data<long>().Select(label => checked((int)label)))
            : set;
    }

    private static void Write(Stream stream, EvaluationResult result)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("count", result.Count);
        json.WriteNumber("frechetDistance", result.FrechetDistance);
        json.WriteNumber("kernelDistance", result.KernelDistance.Mean);
        json.WriteNumber("kernelDistanceDeviation", result.KernelDistance.StandardDeviation);
        json.WriteNumber("precision", result.Overlap.Precision);
        json.WriteNumber("recall", result.Overlap.Recall);
        json.WriteNumber("density", result.Overlap.Density);
        json.WriteNumber("coverage", result.Overlap.Coverage);
        json.WriteEndObject();
    }
}
