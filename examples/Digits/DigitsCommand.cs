using System.CommandLine;
using System.CommandLine.Invocation;
using GanDsl;

namespace Digits;

/// <summary>The command line: options to settings, and failures to one sentence and the exit code 1.</summary>
public static class DigitsCommand
{
    /// <summary>Runs the example.</summary>
    /// <param name="args">The arguments; <c>--help</c> lists them.</param>
    /// <param name="output">For progress and results.</param>
    /// <param name="error">For the sentence that says what went wrong.</param>
    /// <param name="live">Whether a person watches a terminal: draws a progress bar instead of writing lines.</param>
    /// <param name="cancellationToken">Ends training early; what was learned is saved.</param>
    /// <returns>The exit code: 0, or 1 for bad input.</returns>
    public static int Run(
        string[] args,
        TextWriter output,
        TextWriter error,
        bool live = false,
        CancellationToken cancellationToken = default
    )
    {
        var data = new Option<string?>("--data")
        {
            Description = "An IDX file of images, such as MNIST's, or the folder it is in [default: synthetic digits]",
        };
        var limit = AtLeastOne(new Option<int?>("--limit") { Description = "Train on the first images only" });
        var epochs = AtLeastOne(Default("--epochs", 10, "How often to go through the images"));
        var batchSize = AtLeastOne(Default("--batch-size", 32, "Images of one minibatch"));
        var seed = Default("--seed", 1, "Where random numbers start; the same seed gives the same pictures");
        var device = Default("--device", "cpu", "Where to train").AcceptOnlyFromAmong("cpu", "cuda");
        var threads = AtLeastOne(
            Default("--threads", Environment.ProcessorCount, "Processor threads of one operator; results depend on it")
        );
        var folder = Default("--out", "out/digits", "The folder for what is written");

        var command = new RootCommand("Trains a GAN to draw digits.");
        foreach (var option in (Option[])[data, limit, epochs, batchSize, seed, device, threads, folder])
            command.Options.Add(option);

        command.SetAction(parsed =>
        {
            var settings = new DigitsSettings(
                parsed.GetValue(data),
                parsed.GetValue(limit),
                parsed.GetValue(epochs),
                parsed.GetValue(batchSize),
                parsed.GetValue(seed),
                parsed.GetValue(device) == "cuda" ? GanDevice.Cuda : GanDevice.Cpu,
                parsed.GetValue(threads),
                parsed.GetValue(folder)!
            );
            return Failure.ToExitCode(error, () => DigitsTraining.Run(settings, output, live, cancellationToken));
        });

        var result = command.Parse(args);
        if (result.Action is ParseErrorAction refusal)
            refusal.ShowHelp = false;
        return result.Invoke(
            // Failures are ours to report and Ctrl-C is ours to handle.
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            }
        );
    }

    private static Option<T> Default<T>(string name, T value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static Option<T> AtLeastOne<T>(Option<T> option)
    {
        option.Validators.Add(result =>
        {
            // What is no whole number has been reported before this is called.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value < 1)
                result.AddError($"{option.Name} is {value}, but it has to be at least 1.");
        });
        return option;
    }
}
