using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>The command <c>sample</c>: generates examples with the weights of a run.</summary>
internal sealed class SampleCommand<TGan> : WeightsCommand<TGan>
    where TGan : class, IGan
{
    private const string Picture = "samples.png";

    private readonly Option<string?> folder;
    private readonly Option<int> count;
    private readonly Option<string?> labels;
    private readonly Option<double?> truncation;

    public SampleCommand(GanProgram<TGan> program, GanOptionSet chosen, Func<IGanOptions, TrainingRun, TGan> create)
        : base(program, chosen, create, "sample", "Generates examples with the weights of a run.")
    {
        count = OptionFactory.Count("--count", 64, "How many examples", least: 1, int.MaxValue);
        labels = OptionFactory.Text(
            "--labels",
            null,
            "Of a GAN with labels: the classes to take in turn, such as 3,1,4 or, where they have names, cat,dog"
        );
        truncation = OptionFactory.OptionalPositive(
            "--truncation",
            "The greatest distance of latent values from 0, such as 0.7: more typical examples, less varied"
        );
        folder = OptionFactory.Text("--out", null, "The folder for what is written [default: that of the run]");
        Define(chosen.OfSampling, folder, count, labels, truncation);
    }

    protected override int Run(ParseResult parsed, TrainingRun run, TGan gan)
    {
        var source = Weights.Load(parsed, gan);
        RequireOneFile(gan, parsed.GetValue(count));
        using var latents = LatentsOf(gan, parsed);
        var classes = LabelsOf(gan, parsed, source);

        var table = RunTable.Read(source, gan.ExampleShape);
        var target = OutputFolder.Open(
            parsed.GetValue(folder) ?? source,
            RunFiles.Samples,
            RunFiles.SampledRows,
            Picture
        );
        using var samples = gan.Sample(latents, classes);
        samples.SaveNpy(target[RunFiles.Samples]);
        var written = RunFiles.Samples;
        if (samples is ImageBatch images && ImageGrid.CanShow(gan.ExampleShape[0]))
        {
            images.SaveGrid(target[Picture]);
            written += $" and {Picture}";
        }

        if (table is not null)
        {
            table.SaveRows(samples, classes, gan, target);
            written += $" and {RunFiles.SampledRows}";
        }

        Console.WriteLine($"Wrote {samples.Count} examples to {target.Path}: {written}.");
        return 0;
    }

    private static void RequireOneFile(IGan gan, int count)
    {
        var values = gan.ExampleShape.Aggregate((long)count, (product, size) => product * size);
        if (values > int.MaxValue)
        {
            throw new GanException(
                $"--count is {count}, but so many examples have {values} values, and a file takes {int.MaxValue}; generate fewer at a time."
            );
        }
    }

    private LatentBatch LatentsOf(TGan gan, ParseResult parsed)
    {
        if (parsed.GetValue(truncation) is not { } threshold)
        {
            return gan.DrawLatents(parsed.GetValue(count));
        }

        if (gan.LatentDistribution != LatentDistribution.Normal)
        {
            throw new GanException(
                "This GAN's latents are drawn evenly from [-1, 1], which --truncation has no meaning for; leave it out."
            );
        }

        using var drawn = gan.DrawLatents(parsed.GetValue(count));
        return new UntypedLatents(LatentTruncation.Normal(drawn.Tensor, threshold), gan.LatentDimensions);
    }

    private int[]? LabelsOf(TGan gan, ParseResult parsed, string source)
    {
        if (parsed.GetValue(labels) is not { } text)
        {
            return null;
        }

        var turn = LabelTurn.Of(gan, text, RunClasses.Read(source));
        return [.. Enumerable.Range(0, parsed.GetValue(count)).Select(index => turn[index % turn.Count])];
    }
}
