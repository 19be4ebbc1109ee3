using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>The command <c>resume</c>: goes on with a run from its newest checkpoint, with its options.</summary>
internal sealed class ResumeCommand<TGan>
    where TGan : class, IGan
{
    private readonly TrainCommand<TGan> train;
    private readonly Argument<string> folder;
    private readonly Option<string?> from;
    private readonly IReadOnlyList<Option> ownOptions;

    public ResumeCommand(GanProgram<TGan> program, TrainCommand<TGan> train)
    {
        this.train = train;
        ownOptions = program.OwnOptions;
        folder = new Argument<string>("run")
        {
            Description = "The folder of the run",
            DefaultValueFactory = _ => program.Folder,
        };
        from = OptionFactory.Text("--from", null, "The same, as other commands name it");
        Command = new Command(
            "resume",
            "Goes on with a run from its newest checkpoint; options that are typed replace those of the run."
        )
        {
            folder,
            from,
        };
        foreach (var option in train.Options.Kept)
        {
            Command.Options.Add(option);
        }

        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var run = parsed.GetValue(from) ?? parsed.GetValue(folder)!;
        var arguments = RunOptions.Arguments(
            Path.Combine(run, RunFiles.Options),
            parsed,
            train.Options.Kept,
            train.OptionsOfLength
        );
        var again = train.Command.Parse([.. arguments, $"{train.Options.Folder.Name}={run}"]);
        return again.Errors is [var first, ..]
            ? throw new GanException(
                $"The run '{run}' cannot go on: {MessageText.Of(first.Message.TrimEnd('.'))}; what is typed after 'resume' replaces an option of the run."
            )
            : RunOptions.OfRun(run, parsed, ownOptions, () => train.GoOn(again, parsed));
    }
}
