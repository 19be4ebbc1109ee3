using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;
using GanDsl.Training;
using TorchSharp;

namespace GanDsl.CommandLine;

/// <summary>
/// A program around one GAN: its data, and what it does besides training. The generated <c>Run</c> gives it a command line with the
/// commands <c>train</c>, which is meant where none is named, <c>resume</c>, <c>sample</c>, <c>interpolate</c>, <c>evaluate</c> and <c>export</c>.
/// </summary>
/// <remarks>
/// A run is one folder: <c>options.json</c>, <c>networks.txt</c>, <c>measurements.csv</c>, <c>warnings.csv</c>, pictures in <c>samples</c>,
/// <c>checkpoints</c>, <c>tensorboard</c>, <c>report.html</c>, and at the end <c>samples.npy</c> and the weights as
/// <c>generator.safetensors</c> and <c>discriminator.safetensors</c>; where the data are a <see cref="Table"/>, also <c>samples/table.json</c> and <c>samples.csv</c>. <c>resume</c> goes on from the last checkpoint with the same bits as
/// if training had never stopped. Ctrl-C ends training, not the program: what was learned is
/// saved; a second one ends the program. What goes wrong for reasons outside of the program is one sentence and the exit code 1.
/// </remarks>
/// <typeparam name="TGan">The GAN, or an interface of several.</typeparam>
public sealed class GanProgram<TGan>
    where TGan : class, IGan
{
    private readonly List<Option> options = [];

    /// <summary>What the program does, for its help. Default: that it trains a GAN.</summary>
    public string Description { get; init; } = "Trains a GAN.";

    /// <summary>The folder for what is written, unless <c>--out</c> names another. Default: <c>out</c>.</summary>
    public string Folder { get; init; } = "out";

    /// <summary>Opens the data set, which the program disposes. Either this or <see cref="Sampler"/> is needed.</summary>
    public Func<TrainingRun, Dataset>? Data { get; set; }

    /// <summary>
    /// Answers what draws that many fresh examples, each time new ones that training disposes, for training without epochs; <c>--steps</c> says how long.
    /// </summary>
    public Func<TrainingRun, Func<int, Minibatch>>? Sampler { get; set; }

    /// <summary>Reports are made of one of so many steps, and at the end of each epoch; at least 1. Default: 50.</summary>
    public int ReportEvery { get; set; } = 50;

    /// <summary>Called once, before the first step. Default: null.</summary>
    public Action<TGan, TrainingRun>? Prepare { get; set; }

    /// <summary>Called after each step. Default: null.</summary>
    public Action<TGan, StepRecord, TrainingRun>? AfterStep { get; set; }

    /// <summary>Says in a few words how good the GAN is, with each report and at the end. Default: null.</summary>
    public Func<TGan, string>? Judge { get; set; }

    /// <summary>
    /// Says how good the GAN is, lower being better; asked at each checkpoint, which keeps the number. The best checkpoint stays beside the last
    /// ones, and is named at the end. Default: null.
    /// </summary>
    public Func<TGan, double>? Score { get; set; }

    /// <summary>
    /// Answers the features by which <c>evaluate</c> compares examples: a function from examples [n, …] on the CPU, with the values of the data, to [n, …].
    /// Default: null, for the values themselves, which suit points and tables.
    /// </summary>
    public Func<TrainingRun, Func<torch.Tensor, torch.Tensor>>? Features { get; set; }

    /// <summary>
    /// Answers what watches a run: its warnings are shown and written to <c>warnings.csv</c>, and its stop ends training. A
    /// <see cref="RealExamplesMonitor"/> without real examples is given some of those that are trained on. Default: <see cref="TrainingMonitors.Default"/>.
    /// </summary>
    public Func<TrainingRun, TrainingMonitors> Monitors { get; set; } = _ => TrainingMonitors.Default();

    /// <summary>Writes further results to the folder of the run, once weights and samples are saved. Default: null.</summary>
    public Action<TGan, TrainingRun>? Finish { get; set; }

    /// <summary>The names of the files that <see cref="Finish"/> writes, so that it is known before training whether it can. Default: none.</summary>
    public IReadOnlyList<string> Results { get; set; } = [];

    internal IReadOnlyList<Option> OwnOptions => options;

    /// <summary>Adds an option of the program's own: a text, such as the path of a file; null where it is not typed.</summary>
    /// <param name="name">As it is typed, such as <c>--data</c>.</param>
    /// <param name="description">For the help.</param>
    public ProgramOption<string?> Text(string name, string description) =>
        Added(OptionFactory.Text(name, value: null, description));

    /// <summary>Adds an option of the program's own: a text that is always there.</summary>
    /// <param name="name">As it is typed, such as <c>--data</c>.</param>
    /// <param name="description">For the help.</param>
    /// <param name="value">Its value where it is not typed.</param>
    public ProgramOption<string> Text(string name, string description, string value) =>
        Added<string>(OptionFactory.Text(name, value, description)!);

    /// <summary>Adds an option of the program's own: a number of something, at least 1; null where it is not typed.</summary>
    /// <param name="name">As it is typed, such as <c>--limit</c>.</param>
    /// <param name="description">For the help.</param>
    public ProgramOption<int?> Count(string name, string description) =>
        Added(OptionFactory.OptionalCount(name, value: null, description, least: 1, int.MaxValue));

    /// <summary>Adds an option of the program's own: a number of something, at least 1, that is always there.</summary>
    /// <param name="name">As it is typed, such as <c>--limit</c>.</param>
    /// <param name="description">For the help.</param>
    /// <param name="value">Its value where it is not typed.</param>
    public ProgramOption<int> Count(string name, string description, int value) =>
        Added(OptionFactory.Count(name, value, description, least: 1, int.MaxValue));

    /// <summary>Adds an option of the program's own: one of several words.</summary>
    /// <param name="name">As it is typed, such as <c>--loss</c>.</param>
    /// <param name="description">For the help.</param>
    /// <param name="choices">What can be typed; the first is the value where it is not typed.</param>
    public ProgramOption<string> Choice(string name, string description, params IReadOnlyList<string> choices) =>
        Added(OptionFactory.Words(name, description, choices));

    /// <summary>Reads the command line and does what it asks for.</summary>
    /// <param name="args">What was typed.</param>
    /// <param name="defaults">The options of the GAN that are not typed.</param>
    /// <param name="create">Creates the GAN with what was typed; called once the data are open.</param>
    /// <param name="cancellationToken">Ends a training as Ctrl-C does; <see cref="Run"/> returns once it is saved.</param>
    /// <returns>
    /// The exit code: 0, or 1 after a sentence that says what went wrong; where a training was interrupted and saved, 130 for Ctrl-C or the token,
    /// 143 for SIGTERM, 129 for SIGHUP.
    /// </returns>
    public int Run(
        IReadOnlyList<string> args,
        IGanOptions defaults,
        Func<IGanOptions, TrainingRun, TGan> create,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(defaults);
        ArgumentNullException.ThrowIfNull(create);
        using var interruption = new Interruption(cancellationToken);
        WriteAllCharacters();
        var chosen = new GanOptionSet(defaults);
        var train = new TrainCommand<TGan>(this, chosen, create, interruption);
        var resume = new ResumeCommand<TGan>(this, train);
        var sample = new SampleCommand<TGan>(this, chosen, create);
        var interpolate = new InterpolateCommand<TGan>(this, chosen, create);
        var evaluate = new EvaluateCommand<TGan>(this, chosen, create);
        var export = new ExportCommand<TGan>(this, chosen, create);

        // What can be typed after train can be typed without it.
        var root = new RootCommand(Description)
        {
            train.Command,
            resume.Command,
            sample.Command,
            interpolate.Command,
            evaluate.Command,
            export.Command,
        };
        foreach (var option in train.Command.Options)
        {
            root.Options.Add(option);
        }

        root.SetAction(train.Begin);
        RequireNamesOfTheirOwn([root, .. root.Subcommands]);
        return Invoke(root.Parse(args), interruption);
    }

    /// <summary>Of a console of Windows, which may be one of a few characters.</summary>
    private static void WriteAllCharacters()
    {
        if (!OperatingSystem.IsWindows() || Console.IsOutputRedirected)
        {
            return;
        }

        try
        {
            Console.OutputEncoding = Encoding.UTF8;
        }
        catch (IOException)
        {
            // Then some of them are shown as question marks.
        }
    }

    private static void RequireNamesOfTheirOwn(IEnumerable<Command> commands)
    {
        var twice = commands
            .SelectMany(command => command.Options.GroupBy(option => option.Name))
            .FirstOrDefault(options => options.Count() > 1);
        if (twice is not null)
        {
            throw new InvalidOperationException(
                $"The program has an option {twice.Key} of its own, but there is one of that name already; give it another name."
            );
        }
    }

    private static int Invoke(ParseResult parsed, Interruption interruption)
    {
        if (parsed.Errors is [var first, ..] && parsed.Action is ParseErrorAction)
        {
            // One mistake can give several errors, of which the first says where it begins.
            var hint = parsed.UnmatchedTokens.Count > 0 ? "; --help lists what can be typed" : "";
            return Failed($"{first.Message.TrimEnd('.')}{hint}.");
        }

        try
        {
            return parsed.Invoke(
                // Failures are ours to report and Ctrl-C is ours to handle.
                new InvocationConfiguration
                {
                    Output = Console.Out,
                    Error = Console.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                }
            );
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            // Before training began or after it ended: while it lasts, what was learned is saved.
            return interruption.ExitCode;
        }
        catch (Exception failure) when (failure is GanException or IOException or UnauthorizedAccessException)
        {
            return Failed(failure.Message);
        }
        catch (Exception failure) when (MemoryShortage.SentenceOf(failure) is { } sentence)
        {
            return Failed(sentence);
        }
    }

    private static int Failed(string sentence)
    {
        try
        {
            Console.Error.WriteLine(sentence);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Nobody can be told, as where the disk that takes the messages is full.
        }

        return 1;
    }

    private ProgramOption<T> Added<T>(Option<T> option)
    {
        if (!option.Name.StartsWith("--", StringComparison.Ordinal) || option.Name.Length == 2)
        {
            throw new ArgumentException(
                $"An option is typed with two dashes before its name, but this one is called '{option.Name}'; give it a name such as --data."
            );
        }

        options.Add(option);
        return new(option);
    }
}
