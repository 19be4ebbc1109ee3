using System.Globalization;
using System.Text;

namespace GanDsl;

/// <summary>The model card: what somebody needs to know of an exported network, in Markdown.</summary>
internal sealed class ModelCard
{
    /// <summary>By its first line a file is known that may be written over; whoever edits it is told so there.</summary>
    private const string Mark =
        "<!-- Written by GanDsl, and anew with each export: delete this line to keep what you change. -->";

    private readonly OnnxOptions options;
    private readonly OnnxDescription description;
    private readonly OnnxGraph graph;
    private readonly IReadOnlyDictionary<string, string> metadata;

    public ModelCard(
        OnnxOptions options,
        OnnxDescription description,
        OnnxGraph graph,
        IReadOnlyDictionary<string, string> metadata
    ) => (this.options, this.description, this.graph, this.metadata) = (options, description, graph, metadata);

    /// <summary>
    /// Where the card of a model goes: <c>faces.md</c> beside <c>faces.onnx</c>, or <c>faces.onnx.md</c> where that is a file of somebody's own.
    /// </summary>
    /// <exception cref="GanException">That is one, too.</exception>
    public static string PathBeside(string model)
    {
        string[] candidates = [Path.ChangeExtension(model, ".md"), model + ".md"];
        return candidates.FirstOrDefault(path => path != model && MayBeWritten(path))
            ?? throw new GanException(
                $"'{candidates[0]}' and '{candidates[1]}' are files that GanDsl has not written, so there is no place for the model card; move one "
                    + $"of them, or set {nameof(OnnxOptions)}.{nameof(OnnxOptions.ModelCard)} to false."
            );
    }

    /// <summary>Writes the card.</summary>
    public void Write(OnnxFiles files)
    {
        var text = Text(files);
        FileReplacement.Write(files.Card!, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Whether the card may go there: nothing is there, or a card of ours that nobody has changed.</summary>
    private static bool MayBeWritten(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return true;
        }

        try
        {
            if (!FileKind.IsRegularOrMissing(path))
            {
                return false;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            Span<byte> start = stackalloc byte[Mark.Length];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && start.SequenceEqual(Encoding.UTF8.GetBytes(Mark));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string Text(OnnxFiles files)
    {
        var (state, file) = (description.State, Path.GetFileName(files.Model));
        return string.Join(
            '\n',
            [
                Mark,
                "",
                $"# {state.Gan}",
                "",
                $"`{file}` holds the {metadata["network"]} of a generative adversarial network, in the format ONNX (opset {Invariant(OnnxFile.Opset)}), "
                    + $"{(options.Float16 ? "with matrix products and convolutions in float16" : "in float32")}.",
                .. files.Data is null
                    ? Array.Empty<string>()
                    : [$"Its weights stand in `{Path.GetFileName(files.Data)}`, which has to stay beside it."],
                "",
                "## Inputs and outputs",
                "",
                "| name | type | shape | meaning |",
                "|---|---|---|---|",
                .. graph.Inputs.Select(input => Row(input, "input")),
                .. graph.Outputs.Select(output => Row(output, "output")),
                "",
                "N is the number of examples, any from 1.",
                "",
                "## Training",
                "",
                "| | |",
                "|---|---|",
                $"| loss | {description.Loss} |",
                $"| update rule | {description.Update} |",
                $"| optimiser of the generator | {description.GeneratorOptimizer} |",
                $"| optimiser of the discriminator | {description.DiscriminatorOptimizer} |",
                .. description.Training.Select(declared => $"| declared | {MarkdownText.CodeCell(declared)} |"),
                .. (options.Training ?? KnownTraining.Of(state))
                    .Rows()
                    .Select(row => $"| {row.Name} | {MarkdownText.Cell(row.Value)} |"),
                .. options.TrainedOn is null
                    ? Array.Empty<string>()
                    : [$"| data | {MarkdownText.Cell(options.TrainedOn)} |"],
                "",
                "## Networks",
                "",
                "```",
                description.Networks,
                "```",
                "",
                "## Properties",
                "",
                "| | |",
                "|---|---|",
                .. metadata.Select(property => $"| {property.Key} | {MarkdownText.Cell(property.Value)} |"),
                .. options.License is null ? ["| license | not stated |"] : Array.Empty<string>(),
                "",
                "## Use",
                "",
                "In C#, with the package Microsoft.ML.OnnxRuntime:",
                "",
                "```csharp",
                .. ModelCardCode.Lines(file, graph),
                "```",
                "",
            ]
        );
    }

    private string Row(OnnxPort port, string kind)
    {
        var sizes = string.Concat(port.Sizes.Select(size => ", " + Invariant(size)));
        return $"| `{port.Value.Name}` ({kind}) | {port.Value.Type.ToString().ToLowerInvariant()} | [N{sizes}] | {MeaningOf(port.Value.Name)} |";
    }

    private string MeaningOf(string port) =>
        port switch
        {
            "latents" => description.LatentDistribution == LatentDistribution.Normal
                ? "drawn from the standard normal distribution"
                : "drawn evenly from [-1, 1]",
            "labels" => $"the class of each example, from 0 to {Invariant((description.ClassCount ?? 1) - 1)}"
                + (options.ClassNames is null ? "" : $", with the names of `{OnnxMetadata.ClassNames}` below"),
            "logits" => "above 0 where the discriminator takes an example for real; the loss says on which scale",
            "class_logits" => "the logit of each class",
            _ => $"values: {metadata[OnnxMetadata.ValueRange]}"
                + (
                    description.Packing > 1
                        ? $"; {Invariant(description.Packing)} examples side by side along the channels"
                        : ""
                ),
        };

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
