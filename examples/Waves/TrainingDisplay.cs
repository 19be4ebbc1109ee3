using Spectre.Console;

namespace Waves;

/// <summary>Goes through a training: below a progress bar for a person at a terminal, without one for a file or a pipe.</summary>
public static class TrainingDisplay
{
    /// <summary>Takes the steps one after another.</summary>
    /// <param name="steps">The training; a step is taken when it is asked for.</param>
    /// <param name="count">How many steps it has.</param>
    /// <param name="output">For lines when there is no bar.</param>
    /// <param name="live">Whether a person watches a terminal.</param>
    /// <param name="onStep">Looks at a step that is done; the second argument writes a line.</param>
    public static void Run(
        IEnumerable<ToneGan.TrainingStep> steps,
        int count,
        TextWriter output,
        bool live,
        Action<ToneGan.TrainingStep, Action<string>> onStep
    )
    {
        if (live)
        {
            RunWithBar(steps, count, onStep);
            return;
        }

        foreach (var step in steps)
            onStep(step, output.WriteLine);
    }

    private static void RunWithBar(
        IEnumerable<ToneGan.TrainingStep> steps,
        int count,
        Action<ToneGan.TrainingStep, Action<string>> onStep
    ) =>
        AnsiConsole
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .Start(context =>
            {
                var bar = context.AddTask("training", maxValue: count);
                foreach (var step in steps)
                {
                    // Lines go above the bar.
                    onStep(step, AnsiConsole.WriteLine);
                    bar.Value = step.Number;
                }
            });
}
