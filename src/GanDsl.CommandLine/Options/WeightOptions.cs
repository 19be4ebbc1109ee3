using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>The options that say which weights of which run a command generates with.</summary>
internal sealed class WeightOptions(string folder)
{
    private const string Best = "best";

    /// <summary>The folder of the run.</summary>
    public Option<string?> From { get; } =
        OptionFactory.Text("--from", folder, $"The folder of the run, with {WeightFiles.Generator}");

    /// <summary>A checkpoint of the run.</summary>
    public Option<string?> Checkpoint { get; } =
        OptionFactory.Text(
            "--checkpoint",
            null,
            "The weights of a checkpoint of the run, such as step-300, or 'best' for that with the lowest score [default: the last weights]"
        );

    /// <summary>Whether the weights are those of a checkpoint, with which a GAN knows how it was trained.</summary>
    public bool AreOfCheckpoint(ParseResult parsed) => parsed.GetValue(Checkpoint) is not null;

    /// <summary>Gives the weights to a GAN.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="gan">The GAN.</param>
    /// <param name="network">The network that is needed; a checkpoint gives both.</param>
    /// <returns>The folder of the run.</returns>
    /// <exception cref="GanException">There are none, or they do not fit.</exception>
    public string Load(ParseResult parsed, IGan gan, OnnxNetwork network = OnnxNetwork.Generator)
    {
        var run = parsed.GetValue(From)!;
        var checkpoints = new CheckpointFolder(Path.Combine(run, RunFiles.Checkpoints));
        switch (parsed.GetValue(Checkpoint))
        {
            case null:
                WeightFiles.Load(gan, run, network, checkpoints);
                break;
            case Best:
                gan.LoadCheckpoint(
                    checkpoints.Best
                        ?? throw new GanException(
                            $"No checkpoint of '{run}' has a score, so none is the best; name one, such as step-300."
                        )
                );
                break;
            case var name:
                gan.LoadCheckpoint(Named(checkpoints, run, name));
                break;
        }

        return run;
    }

    private static string Named(CheckpointFolder checkpoints, string run, string name)
    {
        var path = Path.Combine(checkpoints.Path, name);
        if (Directory.Exists(path))
        {
            return path;
        }

        var others = checkpoints.All.Select(Path.GetFileName).ToList();
        throw new GanException(
            others.Count == 0
                ? $"'{run}' has no checkpoint {name}, nor any other."
                : $"'{run}' has no checkpoint {name}; it has {string.Join(", ", others)}."
        );
    }
}
