using System.CommandLine;
using System.Globalization;

namespace GanDsl.CommandLine;

/// <summary>What can be typed for the command <c>train</c>.</summary>
internal sealed class TrainOptions
{
    /// <param name="ofProgram">The options of the program's own.</param>
    /// <param name="ofGan">Those of every GAN.</param>
    /// <param name="hasEpochs">Whether there is something to go through.</param>
    /// <param name="folder">Where a run goes that is told no folder.</param>
    public TrainOptions(IReadOnlyList<Option> ofProgram, GanOptionSet ofGan, bool hasEpochs, string folder)
    {
        Threads = OptionFactory.Count(
            "--threads",
            ThreadsByDefault(),
            "Processor threads of one operator; results depend on it",
            least: 1,
            Environment.ProcessorCount
        );
        CheckpointEvery = OptionFactory.OptionalCount(
            "--checkpoint-every",
            null,
            $"Steps between checkpoints [default: those of an epoch, or of as many as have {TrainingPlan.LeastStepsOfCheckpoints}, and {TrainingPlan.StepsWithoutEpochs} where there are no epochs]",
            least: 1,
            int.MaxValue
        );
        KeptCheckpoints = OptionFactory.Count(
            "--keep-checkpoints",
            3,
            "How many of the last checkpoints stay",
            least: 1,
            int.MaxValue
        );
        StopsWhenDiscriminatorCannotTell = new Option<bool>("--stop-when-discriminator-cannot-tell")
        {
            Description = "End training once D has told real from generated examples and no longer can",
        };
        Folder = OptionFactory.Text("--out", folder, "The folder of the run");
        Overwrite = new Option<bool>("--overwrite") { Description = "Replace the run that is in the folder" };
        Kept =
        [
            .. ofProgram,
            .. ofGan.OfTraining(hasEpochs),
            Threads,
            CheckpointEvery,
            KeptCheckpoints,
            StopsWhenDiscriminatorCannotTell,
        ];
    }

    /// <summary>Processor threads.</summary>
    public Option<int> Threads { get; }

    /// <summary>Steps between checkpoints.</summary>
    public Option<int?> CheckpointEvery { get; }

    /// <summary>How many checkpoints stay.</summary>
    public Option<int> KeptCheckpoints { get; }

    /// <summary>Whether <see cref="CannotTell"/> ends training.</summary>
    public Option<bool> StopsWhenDiscriminatorCannotTell { get; }

    /// <summary>The folder of the run.</summary>
    public Option<string?> Folder { get; }

    /// <summary>Whether a run that is there is replaced.</summary>
    public Option<bool> Overwrite { get; }

    /// <summary>Those that a run keeps, to go on with them.</summary>
    public IReadOnlyList<Option> Kept { get; }

    /// <summary>All, in the order in which help lists them.</summary>
    public IEnumerable<Option> All => [.. Kept, Folder, Overwrite];

    /// <summary>As many as there are processors, or fewer where OMP_NUM_THREADS, which other programs that compute heed, says so.</summary>
    private static int ThreadsByDefault() =>
        int.TryParse(
            // A list where threads begin others.
            Environment.GetEnvironmentVariable("OMP_NUM_THREADS")?.Split(',')[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var wanted
        )
            ? Math.Clamp(wanted, 1, Environment.ProcessorCount)
            : Environment.ProcessorCount;
}
