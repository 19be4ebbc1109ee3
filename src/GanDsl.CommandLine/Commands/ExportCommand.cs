using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>The command <c>export</c>: writes a network of a run as a file of the format ONNX.</summary>
internal sealed class ExportCommand<TGan> : WeightsCommand<TGan>
    where TGan : class, IGan
{
    private readonly Option<string?> file;
    private readonly Option<string> network;
    private readonly Option<bool> float16;
    private readonly Option<bool> externalData;
    private readonly Option<string?> license;
    private readonly Option<string?> trainedOn;

    public ExportCommand(GanProgram<TGan> program, GanOptionSet chosen, Func<IGanOptions, TrainingRun, TGan> create)
        : base(
            program,
            chosen,
            create,
            "export",
            "Writes a network of a run as a file of the format ONNX, and a model card beside it."
        )
    {
        network = OptionFactory.Choice("--network", OnnxNetwork.Generator, "Which network");
        file = OptionFactory.Text("--out", null, "The file [default: generator.onnx or discriminator.onnx of the run]");
        float16 = new Option<bool>("--float16")
        {
            Description = "Compute matrix products and convolutions in float16, which halves the file",
        };
        externalData = new Option<bool>("--external-data")
        {
            Description = "Put the weights into a file of their own beside the model",
        };
        license = OptionFactory.Text("--license", null, "The license of the weights, such as CC-BY-4.0");
        trainedOn = OptionFactory.Text("--trained-on", null, "What the GAN was trained on, for the model card");
        Define(chosen.OfExport, file, network, float16, externalData, license, trainedOn);
    }

    protected override int Run(ParseResult parsed, TrainingRun run, TGan gan)
    {
        var exported = parsed.Value<OnnxNetwork>(network);
        var source = Weights.Load(parsed, gan, exported);
        var path = parsed.GetValue(file) ?? Path.Combine(source, exported.ToString().ToLowerInvariant() + ".onnx");
        var files = gan.ExportOnnx(
            path,
            new OnnxOptions
            {
                Network = exported,
                Float16 = parsed.GetValue(float16),
                ExternalData = parsed.GetValue(externalData),
                License = parsed.GetValue(license),
                ClassNames = gan.ClassCount is null ? null : RunClasses.Read(source),
                TrainedOn = parsed.GetValue(trainedOn),
                Training = TrainingOf(source, gan, Weights.AreOfCheckpoint(parsed)),
            }
        );
        string?[] written = [files.Model, files.Data, files.Card];
        Console.WriteLine($"Wrote {string.Join(", ", written.OfType<string>())}.");
        return 0;
    }

    /// <summary>What the folder of the run says of its training; a checkpoint knows better how long it was.</summary>
    private KnownTraining TrainingOf(string source, IGan gan, bool isCheckpoint)
    {
        var last = isCheckpoint
            ? (Step: gan.StepCount, gan.Epoch)
            : RowsOfSteps.Last(Path.Combine(source, RunFiles.Measurements));
        var names = Chosen
            .OfTraining(hasEpochs: Program.Data is not null)
            .Select(option => option.Name.TrimStart('-'))
            .ToHashSet();
        var path = Path.Combine(source, RunFiles.Options);
        var options = File.Exists(path)
            ? RunOptions
                .Read(path)
                .Where(option => names.Contains(option.Name))
                .Select(option => KeyValuePair.Create(option.Name, (string?)option.Value))
            : [];
        return new(last?.Step, last?.Epoch is > 0 and var epoch ? epoch : null, [.. options]);
    }
}
