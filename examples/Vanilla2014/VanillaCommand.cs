using System.CommandLine;
using System.CommandLine.Invocation;
using GanDsl;

namespace Vanilla2014;

/// <summary>The command line: options to settings, and failures to one sentence and the exit code 1.</summary>
public static class VanillaCommand
{
    /// <summary>Runs the example.</summary>
    /// <param name="args">The arguments; <c>--help</c> lists them.</param>
    /// <param name="output">For progress and results.</param>
    /// <param name="error">For the sentence that says what went wrong.</param>
    /// <param name="live">Whether a person watches a terminal: draws a progress bar, too.</param>
    /// <returns>The exit code: 0, or 1 for bad input.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, bool live = false)
    {
        var data = new Option<string?>("--data")
        {
            Description = "An IDX file of images, such as MNIST's, or the folder it is in [default: synthetic digits]",
        };
        var steps = Default("--steps", 6000, "The number of training steps");
        var seed = Default("--seed", 3, "Where random numbers start; the same seed gives the same pictures");
        var device = Default("--device", "cpu", "Where to train").AcceptOnlyFromAmong("cpu", "cuda");
        var folder = Default("--out", "out/vanilla2014", "The folder for what is written");
        steps.Validators.Add(result =>
        {
            // What is no whole number has been reported before this is called.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value < 1)
                result.AddError($"--steps is {value}, but it has to be at least 1.");
        });

        var command = new RootCommand("Trains the GAN of Goodfellow et al. 2014 to draw digits.");
        foreach (var option in (Option[])[data, steps, seed, device, folder])
            command.Options.Add(option);

        command.SetAction(parsed =>
        {
            var settings = new VanillaSettings(
                parsed.GetValue(data),
                parsed.GetValue(steps),
                parsed.GetValue(seed),
                parsed.GetValue(device) == "cuda" ? GanDevice.Cuda : GanDevice.Cpu,
                parsed.GetValue(folder)!
            );
            return Failure.ToExitCode(error, () => VanillaTraining.Run(settings, output, live));
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
}
