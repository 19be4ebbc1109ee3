using System.CommandLine;
using System.CommandLine.Invocation;
using GanDsl;

namespace ConditionalDigits;

/// <summary>The command line: options to settings, and failures to one sentence and the exit code 1.</summary>
public static class ConditionalDigitsCommand
{
    /// <summary>Runs the example.</summary>
    /// <param name="args">The arguments; <c>--help</c> lists them.</param>
    /// <param name="output">For progress and results.</param>
    /// <param name="error">For the sentence that says what went wrong.</param>
    /// <returns>The exit code: 0, or 1 for bad input.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var data = new Option<string?>("--data")
        {
            Description = "A folder with IDX files of images and labels, such as MNIST's [default: synthetic digits]",
        };
        var limit = AtLeastOne(Default("--limit", 8_000, "Train on the first images only"));
        var epochs = AtLeastOne(Default("--epochs", 8, "How often to go through the images"));
        var seed = Default("--seed", 1, "Where random numbers start; the same seed gives the same pictures");
        var device = Default("--device", "cpu", "Where to train").AcceptOnlyFromAmong("cpu", "cuda");
        var folder = Default("--out", "out/conditional-digits", "The folder for classes.png");

        var command = new RootCommand("Trains a conditional GAN to draw the digit that it is asked for.");
        foreach (var option in (Option[])[data, limit, epochs, seed, device, folder])
            command.Options.Add(option);

        command.SetAction(parsed =>
        {
            var settings = new ConditionalDigitsSettings(
                parsed.GetValue(data),
                parsed.GetValue(limit),
                parsed.GetValue(epochs),
                parsed.GetValue(seed),
                parsed.GetValue(device) == "cuda" ? GanDevice.Cuda : GanDevice.Cpu,
                parsed.GetValue(folder)!
            );
            return Failure.ToExitCode(error, () => ConditionalDigitsTraining.Run(settings, output));
        });

        var result = command.Parse(args);
        if (result.Action is ParseErrorAction refusal)
            refusal.ShowHelp = false;
        return result.Invoke(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            }
        );
    }

    private static Option<T> Default<T>(string name, T value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static Option<int> AtLeastOne(Option<int> option)
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
