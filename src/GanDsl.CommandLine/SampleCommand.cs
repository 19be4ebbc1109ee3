using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>The command <c>sample</c>: generates examples with the weights of a run.</summary>
internal sealed class SampleCommand<TGan>
    where TGan : class, IGan
{
    private const string Samples = "samples.npy";
    private const string Picture = "samples.png";

    private readonly GanProgram<TGan> program;
    private readonly GanOptionSet chosen;
    private readonly Func<IGanOptions, TrainingRun, TGan> create;
    private readonly Option<string?> from;
    private readonly Option<string?> folder;
    private readonly Option<int> count;
    private readonly Option<string?> labels;

    public SampleCommand(GanProgram<TGan> program, GanOptionSet chosen, Func<IGanOptions, TrainingRun, TGan> create)
    {
        (this.program, this.chosen, this.create) = (program, chosen, create);
        from = OptionFactory.Text("--from", program.Folder, $"The folder of the run, with {WeightFiles.Generator}");
        count = OptionFactory.Count("--count", 64, "How many examples", least: 1, int.MaxValue);
        labels = OptionFactory.Text(
            "--labels",
            null,
            "Of a GAN with labels: the classes to take in turn, such as 3,1,4"
        );
        folder = OptionFactory.Text("--out", null, "The folder for what is written [default: that of the run]");
        Command = new Command("sample", "Generates examples with the weights of a run.");
        foreach (var option in (Option[])[from, count, labels, .. program.OwnOptions, .. chosen.OfSampling, folder])
        {
            Command.Options.Add(option);
        }

        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var options = chosen.Chosen(parsed);
        using var gan = create(options, new TrainingRun(parsed, options, CancellationToken.None));
        var source = parsed.GetValue(from)!;
        NetworkWeights.Load(Path.Combine(source, WeightFiles.Generator), gan.Generator);

        var target = OutputFolder.Open(parsed.GetValue(folder) ?? source, Samples, Picture);
        using var samples = gan.Sample(parsed.GetValue(count), LabelsOf(gan, parsed));
        samples.SaveNpy(target[Samples]);
        var written = Samples;
        if (samples is ImageBatch images)
        {
            images.SaveGrid(target[Picture]);
            written += $" and {Picture}";
        }

        Console.WriteLine($"Wrote {samples.Count} examples to {target.Path}: {written}.");
        return 0;
    }

    private int[]? LabelsOf(TGan gan, ParseResult parsed)
    {
        if (parsed.GetValue(labels) is not { } text)
        {
            return null;
        }

        if (gan.ClassCount is not { } classes)
        {
            throw new GanException("This GAN has no labels, so --labels means nothing here; leave it out.");
        }

        var turn = text.Split(',').Select(part => int.TryParse(part, out var label) ? label : -1).ToList();
        return turn.All(label => label >= 0 && label < classes)
            ? [.. Enumerable.Range(0, parsed.GetValue(count)).Select(index => turn[index % turn.Count])]
            : throw new GanException(
                $"--labels is '{text}', but it has to be classes from 0 to {classes - 1} with commas between them."
            );
    }
}
