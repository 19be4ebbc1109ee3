using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>A command that makes something of the weights of a run, without training.</summary>
internal abstract class WeightsCommand<TGan>(
    GanProgram<TGan> program,
    GanOptionSet chosen,
    Func<IGanOptions, TrainingRun, TGan> create,
    string name,
    string description
)
    where TGan : class, IGan
{
    /// <summary>What is typed.</summary>
    public Command Command { get; } = new(name, description);

    /// <summary>The program that it is a command of.</summary>
    protected GanProgram<TGan> Program => program;

    /// <summary>What can be typed for every GAN.</summary>
    protected GanOptionSet Chosen => chosen;

    /// <summary>Which weights.</summary>
    protected WeightOptions Weights { get; } = new(program.Folder);

    /// <summary>Makes it.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="run">The options of the GAN, and the program's own: those of the run, but for what was typed.</param>
    /// <param name="gan">The GAN, as yet with its first weights.</param>
    /// <returns>The exit code.</returns>
    protected abstract int Run(ParseResult parsed, TrainingRun run, TGan gan);

    /// <summary>Gives the command its options, in the order in which help lists them, and its action.</summary>
    /// <param name="ofGan">The options of the GAN that it reads.</param>
    /// <param name="target">Where to.</param>
    /// <param name="own">The options that only this command has.</param>
    protected void Define(IReadOnlyList<Option> ofGan, Option target, params Option[] own)
    {
        Option[] options = [Weights.From, Weights.Checkpoint, .. own, .. program.OwnOptions, .. ofGan, target];
        foreach (var option in options)
        {
            Command.Options.Add(option);
        }

        Command.SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(Weights.From)!;
        var own = RunOptions.OfProgram(folder, parsed, program.OwnOptions);
        var run = new TrainingRun(own, chosen.Chosen(parsed), CancellationToken.None);
        return RunOptions.OfRun(
            folder,
            parsed,
            program.OwnOptions,
            () =>
            {
                using var gan = create(run.Options, run);
                return Run(parsed, run, gan);
            }
        );
    }
}
