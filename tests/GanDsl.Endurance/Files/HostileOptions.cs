using System.Text;
using GanDsl.CommandLine;
using GanDsl.Endurance.Models;
using static TorchSharp.torch;

namespace GanDsl.Endurance.Files;

/// <summary>The <c>options.json</c> of a run that is to go on.</summary>
internal sealed class HostileOptions : HostileTarget
{
    private const string Accepted = "Accepted.";

    private readonly TemporaryFolder folder = new();
    private readonly string good;

    public HostileOptions()
    {
        var whole = RunOf(["train", "--steps", "4", "--out", folder["run"]], prepare: null);
        good = whole is null
            ? File.ReadAllText(folder["run/options.json"])
            : throw new InvalidOperationException($"The run did not come to its end: {whole}");
    }

    public override long Prepare(Random random)
    {
        var bad =
            random.Next(3) == 0
                ? ByteMutation.Of(Encoding.UTF8.GetBytes(good), random)
                : Encoding.UTF8.GetBytes(JsonMutation.Of(good, random));
        File.WriteAllBytes(folder["run/options.json"], bad);
        return bad.Length;
    }

    // What is accepted would train, so that it stops right before.
    public override void Read()
    {
        var refusal = RunOf(["resume", folder["run"]], (_, _) => throw new GanException(Accepted));
        if (refusal is not (null or Accepted))
        {
            throw new GanException(refusal);
        }
    }

    public override string Fingerprint() =>
        string.Join(
            '\n',
            Directory
                .GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path =>
                    File.Exists(path) && Path.GetFileName(path) != "options.json"
                        ? $"{path} {new FileInfo(path).Length}"
                        : path
                )
        );

    public override string? AfterAcceptance() => null;

    public override void Dispose() => folder.Dispose();

    /// <summary>What a run says on the error stream; null for nothing.</summary>
    private static string? RunOf(string[] arguments, Action<NoisyPoints, TrainingRun>? prepare)
    {
        var program = new GanProgram<NoisyPoints>
        {
            Description = "Points.",
            Folder = "out",
            Sampler = _ => rows => new Minibatch(randn(rows, 2)),
            Prepare = prepare,
        };
        program.Text("--data", "Some text");
        program.Count("--limit", "Some number");
        var (usualOutput, usualError, error) = (Console.Out, Console.Error, new StringWriter());
        Console.SetOut(TextWriter.Null);
        Console.SetError(error);
        try
        {
            program.Run(
                arguments,
                new NoisyPoints.Options(),
                (options, _) => new NoisyPoints(NoisyPoints.Options.Of(options))
            );
        }
        finally
        {
            Console.SetOut(usualOutput);
            Console.SetError(usualError);
        }

        return error.ToString() is { Length: > 0 } said ? said.TrimEnd('\n', '\r') : null;
    }
}
